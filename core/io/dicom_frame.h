#pragma once

#include "core/io/dicom_dataset.h"
#include "core/io/format.h"

#include <array>
#include <optional>

namespace neuraxis::io {

/// How the pixels of one DICOM file are stored.
struct PixelLayout {
    int columns = 0, rows = 0, frames = 1, samples = 1;
    int bitsAllocated = 16, bitsStored = 16, highBit = 15;
    bool isSigned = false;
    bool planar = false; ///< Colour plane after plane
    QByteArray photometric, transferSyntax;
    PixelPlace place;
    bool gzipped = false;              ///< The whole file is packed
    qint64 deflatedAt = 0;             ///< The data set is packed from here on; 0 when it is not
    QByteArray palette[3];             ///< Of PALETTE COLOR: a bright value for each stored one
    std::vector<quint64> frameOffsets; ///< Of encapsulated frames (7FE0,0001); empty when the file has none

    [[nodiscard]] qint64 bitsPerFrame() const;        ///< In an uncompressed file
    [[nodiscard]] std::size_t bytesPerSample() const; ///< In memory, as for bytesPerFrame()
    [[nodiscard]] std::size_t bytesPerFrame() const;
    [[nodiscard]] bool isRepacked() const;    ///< Numbers fill no whole bytes in the file
    [[nodiscard]] bool hasHalfChroma() const; ///< Two pixels share their colour
    [[nodiscard]] bool isYbr() const;         ///< By the header; a compressed stream may know better
    [[nodiscard]] StoredType type() const;    ///< In memory
};

/// What a header says of the walk through k-space, from which readout times are worked out. 0 where it does not.
struct ReadoutFacts {
    double bandwidthPerPixelHz = 0;                   ///< Along the phase-encoding axis: Siemens
    double echoSpacingUs = 0, accelerationFactor = 1; ///< GE
    int acquiredLines = 0;                            ///< Of the phase-encoding axis
    bool partialFourier = false;
    double waterFatShiftPx = 0, imagingFrequencyMHz = 0; ///< Philips
    int echoTrainLength = 0, epiFactor = 0;
    double durationS = 0; ///< United Imaging
};

/// What one DICOM image file says of itself as a whole.
struct DicomImage {
    QString path;
    PixelLayout layout;
    Series series;
    QByteArray instanceUid;
    QByteArray studyTime; ///< Date and time, only to put studies in order
    bool truncated = false;
    Acquisition acquisition; ///< But for slice times and what ReadoutFacts give
    ReadoutFacts readout;
    std::size_t patient = 0;     ///< The same for the same patient number; 0 when the file has none
    std::size_t patientName = 0; ///< The same for the same name and birth date; 0 likewise
    int slicesMade = 0;          ///< Of a volume, by the header; 0 when it does not say
    bool is3d = false;           ///< Acquired as a whole: its slices have no times of their own
    bool burnedIn = false;       ///< May show text in its pixels
    bool secondary = false;      ///< A screen capture or the like
    bool lossy = false;          ///< Once compressed with loss
    bool mosaicWhole = false;    ///< A mosaic that does not say how it is laid out
    bool looksDiffusion = false; ///< By its words, not by its numbers
};

/// What tells volumes in one stack of slices apart, in order of trust. Names by what differs, whatever the vendor.
enum DicomDimension {
    Temporal,
    AcquisitionNumber,
    PhilipsIndices,
    BValue,
    Gradient,
    Inversion,
    Label,
    Trigger,
    IndexValues,
    DimensionCount
};

/// One slice: a frame of a file, or one tile of a Siemens mosaic.
struct DicomFrame {
    std::shared_ptr<const DicomImage> image;
    int frame = 0;             ///< In the file
    int tileX = 0, tileY = 0;  ///< First pixel in the frame
    int columns = 0, rows = 0; ///< Of this slice

    bool placed = false;                       ///< Position and orientation are known
    WorldPoint position;                       ///< Centre of the first pixel, LPS
    WorldVector along{1, 0, 0}, down{0, 1, 0}; ///< Directions of a growing column and row number
    double columnMm = 1, rowMm = 1, thicknessMm = 0, betweenMm = 0;

    double slope = 1, intercept = 0;
    QString unit;
    std::vector<Scaling> scalings;     ///< As in VolumeHeader
    std::vector<WindowPreset> windows; ///< In the unit of slope and intercept

    QByteArray component; ///< As in VolumeHeader
    int echo = 0;
    double echoTimeMs = 0, inversionTimeMs = 0;
    std::optional<double> bValue;      ///< s/mm²
    WorldVector gradient;              ///< LPS, of length 1; 0,0,0 where there is none
    bool gradientMissing = false;      ///< Weighted, but the file does not say along which direction
    QByteArray label;                  ///< As in FourthDimension
    std::optional<double> takenMs;     ///< When it was acquired, since midnight or since the scan began
    std::optional<double> sliceTimeMs; ///< When it was acquired within its volume
    std::optional<double> sliceLocationMm;
    QByteArray stack;
    int instance = 0;
    std::array<std::array<double, 6>, DimensionCount> dimensions{};
    QString protocol; ///< As in Series
};

/// One DICOM file's slices.
struct DicomPart : Part {
    std::shared_ptr<const DicomImage> image;
    std::vector<DicomFrame> frames;
    QString problem;    ///< Why a file of a series has no slices; its series is told of it
    QStringList listed; ///< Of a medium's index: the files it names, by their paths from it
};

bool isDicom(QByteArrayView firstBytes, const QString& lowerCaseName);
/// Parses a file's header, reading more of the file until it is whole or over 512 MiB; what is deflated is left so.
/// `bytes` keeps what the result points into; unpackedSize is the file's, unpacked when it is one gzip stream.
DicomParse parseStart(const FileHead& head, QByteArray& bytes, qint64& unpackedSize, DicomKeep keep);
/// The same for images, a deflated data set inflated as far as its header goes: then both are the inflated ones'.
DicomParse parseDicomFile(const FileHead& head, QByteArray& bytes, qint64& unpackedSize);
/// Reads headers of classic and enhanced (multi-frame) objects alike. Throws Error: not an image, and what it is.
std::shared_ptr<const Part> inspectDicom(const FileHead& head);
/// Puts slices into stacks by series, direction, component and echo, and stacks into volumes.
void assembleDicom(const Parts& parts, Scan& scan);

} // namespace neuraxis::io
