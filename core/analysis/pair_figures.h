#pragma once

namespace neuraxis {

/// How well two images agree where a transform lays them.
struct PairFigures {
    double overlap = 0;         ///< The share of the smaller view that the other sees too, 0 to 1
    double overlapOfLarger = 0; ///< The share of the larger view, 0 to 1
    double overlapMl = 0;       ///< How much of the head both see, jaw and neck hardly counted
    double likeness = 0;        ///< The share of one image's variance that the other explains, 0 to 1
    double linear = 0;          ///< The square of their correlation
    double information = 0;     ///< Mutual, in nats
    double stretchPercent = 0;  ///< The most that a length changes, of an affine transform
    double shiftMm = 0;         ///< How far pieces of 25 mm would still move by themselves, the median

    /// How good a place is among others: much information on much of the head.
    [[nodiscard]] double score() const { return information * overlapMl; }
};

} // namespace neuraxis
