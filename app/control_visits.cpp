#include "app/control_visits.h"

namespace neuraxis {

bool isControl(const Participant& participant) {
    const StudyGroup* group = findStudyGroup(participant.group);
    return group && group->key == u"control";
}

bool isComparable(const Visit& visit) { return visit.quality != u"failed"; }

bool goesBefore(const Visit& visit, const Visit& other) { return visit.date.isValid() && visit.date < other.date; }

} // namespace neuraxis
