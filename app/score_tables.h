#pragma once

#include "app/region_study.h"

namespace neuraxis {

/// What a score is to be read with, in words of the user: "control, compared with the others", "older or younger than
/// all controls"; empty for most.
QString flagsInWords(const Score& score);

// A person's regions among the controls, groups of regions first, then the regions as the person has them; the model
// and what is to be known in lines below the text. What there is no number for is n/a in the table.
QString scoresAsText(const RegionStudy::Person& person, const RegionScores& scores);
QString scoresAsTsv(const RegionStudy::Person& person, const RegionScores& scores);

} // namespace neuraxis
