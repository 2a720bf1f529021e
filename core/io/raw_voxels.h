#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

/// Voxels that lie in one run in one file, plain or gzipped, in either byte order.
class RawVoxels : public VoxelSource {
  public:
    /// How what is in the file becomes what is in memory.
    enum class Turn {
        AsIs,
        Int64ToFloat64,
        UInt64ToFloat64,
        RgbaToRgb,
        MagnitudeOf32, ///< Of complex numbers, a pair of float32 each
        PhaseOf32,
        MagnitudeOf64,
        PhaseOf64
    };

    QString path;
    qint64 fileOffset = 0; ///< Before gzip is looked for (NRRD's text header)
    std::size_t skip = 0;  ///< In the unpacked stream
    bool bigEndian = false;
    Turn turn = Turn::AsIs;
    int componentsFirst = 1; ///< >1: the fourth dimension runs fastest in the file

    [[nodiscard]] std::shared_ptr<const std::byte> read(const VolumeHeader& header, Job& job) const override;
};

/// Bytes of one voxel in the file.
std::size_t bytesInFile(StoredType type, RawVoxels::Turn turn);

/// The product, or nothing when a size is not in 1 ... 2^31 or the bytes pass 2^62.
bool sizesAreSane(const std::array<qint64, 3>& size, qint64 volumes, std::size_t bytesPerVoxel, quint64& bytes);

/// An error that says which numbers in a header cannot be.
[[noreturn]] void throwBadHeader(const QString& path, const QString& what);

/// The .img beside a .hdr, with the same compression or the other. Throws Error when there is none.
QString imageBesideHeader(const QString& headerPath);

/// Puts an identity with the file's spacing in place of an affine that cannot be inverted, with a finding.
void mendAffine(VolumeHeader& header, const std::array<double, 3>& spacingMm);

} // namespace neuraxis::io
