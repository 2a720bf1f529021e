#pragma once

#include "core/model/label_table.h"
#include "core/model/volume.h"

#include <memory>
#include <optional>

namespace neuraxis {

/// Which numbers one volume holds, ascending; none where not all of its values are whole numbers, or where they are
/// more than `most` different ones.
std::optional<std::vector<int>> numbersIn(const Volume& volume, int index = 0, std::size_t most = 4096);

/// Whether a volume's values are numbers of labels, as far as they, its file and its name tell. A scan never is: in it hardly
/// any voxel has the value of the next.
bool looksLikeLabels(const Volume& volume);

/// Whether somebody who says that they are labels can be believed: also where nothing but their areas tells it, and in the
/// first of several volumes.
bool couldBeLabels(const Volume& volume);

/// The table for a label map: FreeSurfer's where its name or all its numbers are, else one without any labels.
std::shared_ptr<const LabelTable> tableFor(const Volume& labels);

} // namespace neuraxis
