#pragma once

#include "core/io/packed_file.h"
#include "core/io/scan.h"

namespace neuraxis::io {

/// The voxels of one volume of a REC file.
class RecVoxels : public VoxelSource {
  public:
    struct Slice {
        quint64 offset;
        std::size_t place; ///< Slice number in the volume, then in the fourth dimension
        double slope, intercept;
    };
    FileHead rec;
    StoredType type = StoredType::UInt16;
    bool scaledToFloat = false;
    std::vector<Slice> slices;

    [[nodiscard]] std::shared_ptr<const std::byte> read(const VolumeHeader& header, Job& job) const override;
};

} // namespace neuraxis::io
