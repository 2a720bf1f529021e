#include "core/analysis/per_year.h"

namespace neuraxis {

std::shared_ptr<const Volume> perYear(const std::shared_ptr<const Volume>& change, double years) {
    VolumeHeader header = change->header();
    header.slope /= years;
    header.intercept /= years;
    header.unit += header.unit.isEmpty() ? QStringLiteral("1/yr") : QStringLiteral("/yr");
    return withHeader(change, std::move(header));
}

} // namespace neuraxis
