#pragma once

#include "core/model/cortex.h"

#include <optional>
#include <vector>

namespace neuraxis {

/// The precentral gyrus of one side as a strip from its medial end, by the paracentral lobule, to its lateral end, at
/// the Sylvian fissure.
///
/// A vertex lies at m / (m + l): m and l are the lengths of the shortest ways along the edges of the white surface,
/// within the gyrus, from the medial and from the lateral end. The medial end are the gyrus's vertices with a
/// neighbour in the paracentral lobule; where nothing is so, the hundredth of them nearest the midline. The lateral end
/// are those whose way from the medial end is within a hundredth of the longest. Of a gyrus in several pieces, only the
/// one with the most vertices is used.
struct MotorStrip {
    Side side = Side::Left;
    std::vector<std::uint32_t> vertices; ///< Ascending
    std::vector<float> places;           ///< Of each of them, 0 medial to 1 lateral
    double lengthMm = 0;                 ///< The longest of the shortest ways from the medial end
    bool fromParacentral = true;         ///< Else from the midline
};
/// By the region "precentral"; nothing where there is none, or no white or pial surface.
std::optional<MotorStrip> motorStrip(const Hemisphere& hemisphere, const Parcellation& parcellation);
/// How the axis is computed, for whoever reads the profile.
QString motorStripInWords();

/// A part of the strip that moves a part of the body.
struct StripSegment {
    QString key;   ///< Fixed word: "leg", "trunk", "hand", "face"
    QString title; ///< Translated
    double from = 0, to = 1;
};
/// From medial to lateral, without gaps. An ASSUMPTION, said in stripSegmentsInWords(): the order and rough proportions
/// of Penfield and Boldrey's map (Brain 1937;60:389-443), laid so that the hand knob (Yousry et al., Brain
/// 1997;120:141-157) of fsaverage is in the hand's part; nobody's own motor map.
const std::vector<StripSegment>& stripSegments();
QString stripSegmentsInWords();

/// What a map has along the strip.
struct StripBin {
    double place = 0; ///< Of the bin's middle, 0 to 1
    int vertices = 0; ///< With a value
    double mean = 0;  ///< Not a number without any
    /// The vertex nearest to the middle of all that lie in the bin; any, where the map has no values
    std::optional<std::uint32_t> middle;
};
std::vector<StripBin> stripProfile(const MotorStrip& strip, const Hemisphere& hemisphere, const CortexMap& map,
                                   int bins = 40);

} // namespace neuraxis
