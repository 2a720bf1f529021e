#pragma once

#include "core/io/dicom_frame.h"

namespace neuraxis::io {

/// Looks up what holds for one frame: in enhanced objects its own functional group, then the shared one, then the
/// data set itself; in classic objects the data set.
class FrameGroups {
  public:
    FrameGroups(const DicomDataset& root, int frame);
    [[nodiscard]] const DicomDataset& group(DicomTag sequence) const;
    /// Philips' private item of this frame, or the data set itself.
    [[nodiscard]] const DicomDataset& philips() const;
    [[nodiscard]] const DicomDataset& data() const { return root; }

  private:
    const DicomDataset& root;
    const DicomDataset* own;
    const DicomDataset* shared;
};

/// Everything about one frame but its place in the file: geometry, scaling, windows, dimensions, protocol.
DicomFrame readFrame(const FrameGroups& groups, const QString& modality);

/// Splits a Siemens mosaic, an image of all slices of a volume side by side, into its slices.
/// Leaves `frames` alone when the image is none, or does not say how it is laid out.
void splitMosaic(const DicomDataset& root, std::vector<DicomFrame>& frames);

} // namespace neuraxis::io
