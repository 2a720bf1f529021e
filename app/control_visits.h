#pragma once

#include "core/model/cohort.h"

namespace neuraxis {

/// Whom people are compared with, the same in all comparisons: everybody in the group "control", at the first of those
/// visits that have what is compared and whose quality has not failed.
bool isControl(const Participant& participant);
bool isComparable(const Visit& visit);
/// Whether of two visits of one person the first is taken.
bool goesBefore(const Visit& visit, const Visit& other);
/// The age that people are compared by: at the visit, else as it was told of the participant; not a number without
/// either.
double comparedAge(const Participant& participant, const Visit& visit);

} // namespace neuraxis
