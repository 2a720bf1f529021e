#include "core/study/date_shift.h"

#include "core/io/key_table.h"

#include <QFileInfo>

namespace neuraxis::study {

DateShift::DateShift(const QString& keyTable, const QStringList& names) {
    if (keyTable.isEmpty() || names.isEmpty() || !QFileInfo::exists(keyTable)) return;
    auto keys = io::KeyTable::open(keyTable);
    QStringList all;
    for (const QString& name : names) {
        const QString known = keys.pseudonymOf(name), pseudonym = known.isEmpty() ? name : known;
        pseudonyms[name] = pseudonym;
        all << pseudonym;
    }
    all.removeDuplicates();
    const std::vector<qint64> days = keys.offsetsFor(all);
    for (qsizetype i = 0; i < all.size(); ++i) offsets[all[i]] = days[static_cast<std::size_t>(i)];
}

std::optional<qint64> DateShift::offsetOf(const QString& pseudonym) const {
    const auto found = offsets.constFind(pseudonym);
    return found == offsets.cend() ? std::nullopt : std::optional(*found);
}

} // namespace neuraxis::study
