#include "core/study/date_shift.h"

#include <QFileInfo>
#include <cmath>
#include <utility>

namespace neuraxis::study {

DateShift::DateShift(const QString& keyTable, QSet<QString> unshifted)
    : path(keyTable), unshifted(std::move(unshifted)) {}

void DateShift::load() {
    if (!keys && !path.isEmpty() && QFileInfo::exists(path)) keys = io::KeyTable::open(path);
}

bool DateShift::isActive() {
    load();
    return keys.has_value();
}

QString DateShift::pseudonymOf(const QString& name) {
    if (!isActive() || keys->knows(name)) return name;
    const QString pseudonym = keys->pseudonymOf(name);
    return pseudonym.isEmpty() ? name : pseudonym;
}

std::optional<qint64> DateShift::offsetOf(const QString& given) {
    if (!isActive()) return {};
    const QString pseudonym = given.simplified();
    if (const auto found = known.constFind(pseudonym); found != known.cend()) return *found;
    std::optional<qint64> offset = keys->offsetOf(pseudonym);
    if (!offset && unshifted.contains(pseudonym)) return {};
    if (!offset) offset = made[pseudonym] = io::KeyTable::newOffset();
    known[pseudonym] = *offset;
    return offset;
}

void DateShift::keep() {
    if (!made.isEmpty()) keys->add(made);
    made.clear();
}

QSet<QString> peopleWithRealDates(const Cohort& study) {
    QSet<QString> uids, names;
    for (const Visit& visit : study.visits)
        if (DateShift::isReal(visit.date)) uids.insert(visit.participant);
    for (const StudyEvent& event : study.events)
        if (DateShift::isReal(event.date)) uids.insert(event.participant);
    for (const Participant& p : study.participants)
        if (uids.contains(p.uid) || DateShift::isReal(p.onset)) names.insert(p.name);
    return names;
}

bool isOtherBirthYear(double a, double b) {
    if (std::floor(a) == std::floor(b)) return false;
    constexpr double lastShifted = 1925, rounding = 1.5;
    return std::max(a, b) > lastShifted || std::abs(a - b) > rounding;
}

} // namespace neuraxis::study
