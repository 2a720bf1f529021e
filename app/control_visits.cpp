#include "app/control_visits.h"

#include <limits>

namespace neuraxis {

bool isControl(const Participant& participant) {
    const StudyGroup* group = findStudyGroup(participant.group);
    return group && group->key == u"control";
}

bool isComparable(const Visit& visit) { return visit.quality != u"failed"; }

bool goesBefore(const Visit& visit, const Visit& other) { return visit.date.isValid() && visit.date < other.date; }

double comparedAge(const Participant& participant, const Visit& visit) {
    if (const auto age = ageOf(participant, visit)) return *age;
    return toldAge(participant).value_or(std::numeric_limits<double>::quiet_NaN());
}

} // namespace neuraxis
