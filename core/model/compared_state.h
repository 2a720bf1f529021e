#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

namespace neuraxis {

// Of ReviewState::visits, the current one is that whose image the lowest layer is. Navigation is in its space.

/// The place of the current visit among those compared; -1 where the lowest layer is none of them.
int currentVisit(const ReviewState& state);
/// The place of a visit by its uid; -1 where it is not among those compared.
int visitOf(const ReviewState& state, const QString& uid);
/// The place of the visit that the current one is compared with; -1 without one.
int otherVisit(const ReviewState& state, const NavigationState& navigation);
/// From one visit to another; nothing where a date is not known.
std::optional<double> yearsBetween(const ComparedVisit& one, const ComparedVisit& other);
/// Whether two visits and more are compared, the image shown being one of them.
bool isComparing(const ReviewState& state);

/// What the views of a visit show, in the current visit's space: its image as the lowest layer, in the window of the
/// current one matched to it, and over it the change maps and, where it is aligned, the label maps. Of the current visit all its layers. No outlines of surfaces.
/// Without layers where the visit's image is not read yet.
ReviewState atVisit(const ReviewState& state, int visit);
/// The reader's place in the space that the visits share.
NavigationState inSharedSpace(const ReviewState& state, const NavigationState& navigation);

/// A visit's image as a layer in the current visit's space; nothing until it is read.
std::optional<Layer> overCurrent(const ReviewState& state, int visit);
/// Lays labels that were made where the visit of that uid was scanned over the current one, as far as their places are
/// known.
void layOverCurrent(const ReviewState& state, const QString& visitUid, Layer& labels);
/// What to call a layer: its image, and of labels the visit over which they were laid where several are compared, and
/// whether that is aligned with the current one.
QString layerTitle(const ReviewState& state, std::size_t layer);
/// From the current visit's space to another's, by their alignment.
WorldTransform visitOfCurrent(const ReviewState& state, int visit);

/// Makes another visit, whose image is read, the current one: its image in the window matched to that of the one before,
/// with the change maps and the label maps, the reader at the same place. The one before becomes the other where that was the new one.
void setCurrentVisit(ReviewState& state, NavigationState& navigation, int visit);

/// Where another visit became the current one in another way, as by an undo: brings the reader to the same place.
void followVisit(const ReviewState& state, NavigationState& navigation);

/// How one visit's image looks in another's window, as far as the intensity scales of the two are known.
Display matchedDisplay(const Display& display, const ComparedVisit& of, const ComparedVisit& to);

/// Gives the visits other places: labels that came from one visit to another lie as the new ones say. Maps of change stay.
void replaceVisits(ReviewState& state, std::vector<ComparedVisit> visits);

/// Whether a layer is a map of change: it lies over every visit.
bool isChangeMap(const VolumeHeader& header);
/// Takes the change maps away, which hold no longer once a visit lies elsewhere.
void dropChangeMaps(ReviewState& state);

} // namespace neuraxis
