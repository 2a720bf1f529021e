#pragma once

#include "core/io/dicom_volumes.h"
#include "core/io/slice_stack.h"

#include <map>
#include <set>

namespace neuraxis::io {

/// What each volume of an ordered stack is: times, echoes, b-values, directions, labels.
void describeFourthDimension(const OrderedStack& ordered, VolumeHeader& header);
/// Slice times and readout; the header's acquisition holds what the file itself says.
void describeAcquisition(const OrderedStack& ordered, const SliceGrid& grid, VolumeHeader& header);
/// What a reader should know of a stack beside the places of its slices.
void addStackFindings(const OrderedStack& ordered, const SliceGrid& grid, VolumeHeader& header);

/// Those whose scans some files are, without their names.
struct People {
    std::set<std::size_t> byNumber, byName;
    void take(const DicomImage& image);
    [[nodiscard]] std::size_t count() const;
};

/// What can only be seen of a series or a folder as a whole.
class SeriesFacts {
  public:
    explicit SeriesFacts(const Parts& parts);
    void addFindings(const DicomFrame& frame, VolumeHeader& header) const;

  private:
    std::map<QString, std::vector<WorldVector>> normals; ///< By series: its slices' directions
    std::map<QString, People> folders;
    People everybody;
};

} // namespace neuraxis::io
