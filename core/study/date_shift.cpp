#include "core/study/date_shift.h"

#include <QFileInfo>
#include <cmath>
#include <utility>

namespace neuraxis::study {

DateShift::DateShift(QString keyTable, std::function<Cohort()> study)
    : path(std::move(keyTable)), study(std::move(study)) {}

bool DateShift::isActive() {
    if (isLoaded) return keys.has_value();
    if (!path.isEmpty() && QFileInfo::exists(path)) {
        if (study) unshifted = peopleWithRealDates(study());
        keys = io::KeyTable::open(path);
    }
    isLoaded = true; // what throws is to throw again
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
        if (isRealDay(visit.date)) uids.insert(visit.participant);
    for (const StudyEvent& event : study.events)
        if (isRealDay(event.date)) uids.insert(event.participant);
    for (const Participant& p : study.participants)
        if (uids.contains(p.uid) || isRealDay(p.onset)) names.insert(p.name);
    return names;
}

double shiftedBirthYear(double year, qint64 days) {
    constexpr double daysOfYear = 365.2425;
    return year + (std::floor(year) == year ? 0.5 : 0) + static_cast<double>(days) / daysOfYear;
}

std::vector<Change> shiftingChanges(const Cohort& study, const QString& participant, qint64 days, const QString& who) {
    std::vector<Change> changes;
    if (!peopleWithRealDates(study).contains(participant)) return changes;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto change = [&](const QString& table, const auto& before, const auto& after) {
        Change c = changeBetween(table, after.uid, fieldsOf(before), fieldsOf(after), now, who);
        if (!c.fields.isEmpty()) changes.push_back(std::move(c));
    };
    const auto shift = [&](QDate& day) {
        if (isRealDay(day)) day = day.addDays(days);
    };
    QString uid;
    for (const Participant& p : study.participants) {
        if (p.name != participant) continue;
        uid = p.uid;
        Participant after = p;
        shift(after.onset);
        if (p.birthYear) after.birthYear = shiftedBirthYear(*p.birthYear, days);
        change(QStringLiteral("participant"), p, after);
    }
    for (const Visit& v : study.visits) {
        if (v.participant != uid) continue;
        Visit after = v;
        shift(after.date);
        change(QStringLiteral("visit"), v, after);
    }
    for (const StudyEvent& e : study.events) {
        if (e.participant != uid) continue;
        StudyEvent after = e;
        shift(after.date);
        change(QStringLiteral("event"), e, after);
    }
    return changes;
}

bool isOtherBirthYear(double a, double b) {
    if (std::floor(a) == std::floor(b)) return false;
    constexpr double rounding = 1.5;
    return std::max(a, b) > lastShiftedYear || std::abs(a - b) > rounding;
}

} // namespace neuraxis::study
