#include "app/controls_noise.h"

#include "app/compared_images.h"
#include "app/control_visits.h"

namespace neuraxis {

std::optional<double> controlsThicknessNoise(const CohortIndex& index, io::Job& job) {
    constexpr std::size_t fewest = 5, most = 20;
    std::vector<std::shared_ptr<const CortexMap>> rates;
    for (const CohortIndex::Row& row : index.rows()) {
        if (rates.size() >= most) break;
        if (!isControl(*row.participant) || row.visits.size() < 2 || !row.hasImages) continue;
        QStringList unread;
        const auto cortices = timedCortices(imagesOf(index, row.participant->uid), false, job, unread);
        if (cortices.size() < 2) continue;
        if (const ThicknessChange change = thicknessChange(cortices); change.perYear && !change.tooShort)
            rates.push_back(change.perYear);
    }
    return rates.size() < fewest ? std::nullopt : thicknessNoise(rates);
}

} // namespace neuraxis
