#pragma once

#include "core/model/affine.h"

#include <QString>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace neuraxis {

/// How one voxel is stored.
enum class StoredType { Int8, UInt8, Int16, UInt16, Int32, UInt32, Float32, Float64, Rgb24 };

[[nodiscard]] std::size_t bytesPerVoxel(StoredType type);
/// The name as written in reports: "int16", "float32", "rgb24" ...
[[nodiscard]] QString storedTypeName(StoredType type);

/// Something about a series its reader should know; not an error.
struct Finding {
    enum class Severity { Note, Warning, Error };
    Severity severity = Severity::Note;
    QString code; ///< Fixed word for programs: "missing-slice"
    QString text; ///< One sentence in the user's language
    bool operator==(const Finding&) const = default;
};

/// A window that the scanner or reader suggests, in the volume's own unit.
struct WindowPreset {
    QString name;
    double centre = 0, width = 1;
    bool operator==(const WindowPreset&) const = default;
};

/// What the scanner says of the series a volume comes from. Never a name, a birth date or a path.
struct Series {
    QString uid, studyUid, frameOfReferenceUid, modality, description;
    QString protocol; ///< Acquisition in the scanner's words: "TR 6.5 ms · TE 2.9 ms · flip 9°"
    int number = 0;   ///< 0 where the format has none
    bool operator==(const Series&) const = default;
};

/// What sets the volumes of the fourth dimension apart. Each list has one entry for each volume (so one for a single
/// volume), or none where the files say nothing.
struct FourthDimension {
    double stepMs = 0;           ///< From one volume to the next of a time series, its repetition time; 0: unknown
    std::vector<double> timesMs; ///< When each volume was begun, since the first
    std::vector<double> echoTimesMs, inversionTimesMs;
    std::vector<double> bValues;       ///< s/mm²
    std::vector<WorldVector> bVectors; ///< Gradient directions of length 1, LPS; 0,0,0 where there is none
    std::vector<QString> labels;       ///< What a volume is in fixed words: "control", "label", "m0" of ASL
    bool operator==(const FourthDimension&) const = default;
};

/// A way to turn stored numbers into values. A file may have several.
struct Scaling {
    QString name; ///< A fixed word: "precise" (Philips, comparable between series), "displayed", "real-world"
    double slope = 1, intercept = 0; ///< value = stored * slope + intercept
    QString unit;
    bool operator==(const Scaling&) const = default;
};

/// How a volume was scanned, as far as the files say. Numbers are 0 where they do not.
struct Acquisition {
    QString manufacturer;
    double repetitionTimeMs = 0, flipAngleDeg = 0;
    std::vector<double>
        sliceTimesS; ///< Start of each slice since the first of its volume, in the order of the grid's k
    bool sliceTimesEstimated = false;
    int phaseEncodingAxis = -1; ///< Grid axis 0, 1 or 2; -1 where unknown
    /// 1: k-space is walked towards growing indices of that axis, -1: towards falling ones, 0: not told.
    int phaseEncodingSign = 0;
    double effectiveEchoSpacingS = 0, totalReadoutTimeS = 0;
    bool readoutEstimated = false; ///< Worked out from other values by a formula that may not hold for every sequence
    bool operator==(const Acquisition&) const = default;
};

/// How a volume fills space, and what its numbers mean; all that is known before its voxels are read.
struct VolumeHeader {
    QString format; ///< "DICOM", "NIfTI-1" ...
    Series series;
    QString name;                     ///< What to call it in a list: the series' description or the file's base name
    std::array<int, 3> size{1, 1, 1}; ///< Voxels along the grid's axes i, j, k
    int volumes = 1;                  ///< Length of the fourth dimension
    Affine voxelToLps;
    QString placedBy; ///< A fixed word where a file may place its voxels in several ways: "sform", "qform", "none"
    StoredType type = StoredType::Int16;
    double slope = 1, intercept = 0; ///< value = stored * slope + intercept
    QString unit;                    ///< "" where the file has none (MR signal)
    std::vector<Scaling> scalings;   ///< All that the files know, the one in use first; empty where there is no choice
    /// A fixed word: "magnitude", "phase", "real", "imaginary", or what was derived: "ADC", "FA", "FIELD_MAP"; "" untold
    QString component;
    FourthDimension fourth;
    Acquisition acquisition;
    std::vector<WindowPreset> windowPresets;
    std::vector<Finding> findings;

    [[nodiscard]] std::size_t voxelsPerVolume() const;
    /// Whether the files say where the voxels lie in the patient; else sides and positions are a guess.
    [[nodiscard]] bool isPlaced() const;
    [[nodiscard]] std::size_t bytes() const; ///< Of all volumes
    /// The eight corners' bounding box in LPS millimetres, voxel edges included: least and greatest.
    [[nodiscard]] std::array<WorldPoint, 2> boundsLps() const;
    [[nodiscard]] WorldPoint centreLps() const;
    /// Whether p lies in the grid, voxel edges included.
    [[nodiscard]] bool contains(const WorldPoint& p) const;
    /// p itself in the grid; else the nearest place along the grid's axes on its outermost voxels' centres.
    [[nodiscard]] WorldPoint nearestInside(const WorldPoint& p) const;
    bool operator==(const VolumeHeader&) const = default;
};

/// A volume in memory: its header and its voxels as stored (x fastest, then y, z, volume). Immutable and shared.
class Volume {
  public:
    /// voxels holds header.bytes() bytes.
    Volume(VolumeHeader header, std::shared_ptr<const std::byte> voxels);

    [[nodiscard]] const VolumeHeader& header() const { return head; }
    [[nodiscard]] const std::byte* voxels(int volume = 0) const;
    /// The voxel nearest to v as a value in the header's unit; NaN outside the grid. Colour gives its brightness.
    [[nodiscard]] double value(const VoxelIndex& v, int volume = 0) const;
    /// The least and the greatest value of one volume, not-a-numbers and infinities left out; 0 and 0 without any.
    [[nodiscard]] std::pair<double, double> extremes(int volume = 0) const;
    /// About `count` values spread evenly over one volume, not-a-numbers left out, in ascending order.
    [[nodiscard]] std::vector<double> sortedSample(int volume = 0, std::size_t count = 200000) const;

  private:
    VolumeHeader head;
    std::shared_ptr<const std::byte> data;
};

/// The same voxels under another header that describes as many of the same type. Copies none of them.
std::shared_ptr<const Volume> withHeader(const std::shared_ptr<const Volume>& volume, VolumeHeader header);

} // namespace neuraxis
