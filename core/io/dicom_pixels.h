#pragma once

#include "core/io/dicom_frame.h"

namespace neuraxis::io {

/// Where one slice goes in a volume.
struct DicomSlice {
    std::shared_ptr<const DicomImage> image;
    int frame = 0, tileX = 0, tileY = 0;
    std::size_t place = 0; ///< Slice number in the volume, then in the fourth dimension
    double slope = 1, intercept = 0;
};

/// The voxels of a volume that lies in many files or frames.
class DicomVoxels : public VoxelSource {
  public:
    std::vector<DicomSlice> slices;
    bool scaledToFloat = false; ///< Slices differ in scaling, so voxels are values

    [[nodiscard]] std::shared_ptr<const std::byte> read(const VolumeHeader& header, Job& job) const override;
    [[nodiscard]] std::optional<double> ceiling(const VolumeHeader& header) const override;
    [[nodiscard]] std::optional<std::pair<VolumeHeader, std::shared_ptr<const VoxelSource>>>
    sample(const VolumeHeader& header) const override;
};

/// Of what is packed, no more than this is unpacked.
constexpr quint64 mostInflatedBytes = 2ULL << 30;

/// A deflate stream, bare or with zlib's wrapping, inflated as far as it goes or up to `limit` bytes.
/// `total`, when given, is how long it is as a whole, up to mostInflatedBytes.
QByteArray inflate(QByteArrayView deflated, quint64 limit, qint64* total = nullptr);

/// The three tables of PALETTE COLOR, plain or in segments, brought to 8 bits. Leaves the layout without when they
/// are not usable.
void readPalette(const DicomDataset& root, PixelLayout& layout);

/// The pieces of encapsulated pixel data that make up one frame.
using Fragments = std::vector<QByteArrayView>;
/// Those of each of the layout's frames; none where a frame is not there.
std::vector<Fragments> splitFrames(const PixelLayout& layout, QByteArrayView encapsulated);

struct DecodedFrame {
    bool done = false;
    bool ybr = false; ///< Its colours are not RGB yet
};
/// Decodes one compressed frame to bytesPerFrame() bytes, or says that the codec cannot.
/// Only GDCM's codecs see it, not its parser.
DecodedFrame decodeFrame(const PixelLayout& layout, const Fragments& fragments, std::byte* to);

/// Decoded colour of any photometric interpretation as RGB with 8 bits. `ybr`: the samples are YBR.
void toRgb(const PixelLayout& layout, const std::byte* from, bool ybr, std::byte* to);

} // namespace neuraxis::io
