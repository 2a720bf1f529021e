#include "core/io/bids.h"

#include "core/io/dicom_groups.h"
#include "core/io/dicom_pixels.h"
#include "core/io/dicom_privacy.h"

#include <QJsonArray>
#include <algorithm>
#include <array>
#include <cmath>

namespace neuraxis::io {

namespace {

enum class Kind { Text, Words, Number };

struct Row {
    const char* name;
    DicomTag group; ///< A functional group of enhanced objects, where it may be; 0: the data set alone
    DicomTag tag;
    Kind kind = Kind::Text;
};
// In the order of the BIDS specification: scanner, sequence, in-plane encoding, timing
constexpr Row rows[] = {
    {"Modality", 0, 0x00080060},
    {"Manufacturer", 0, 0x00080070},
    {"ManufacturersModelName", 0, 0x00081090},
    {"SoftwareVersions", 0, 0x00181020},
    {"MagneticFieldStrength", 0, 0x00180087, Kind::Number},
    {"ReceiveCoilName", 0x00189042, 0x00181250},
    {"ReceiveCoilActiveElements", 0, 0x00189048},
    {"ImagingFrequency", 0, 0x00180084, Kind::Number},
    {"ImagingFrequency", 0x00189006, 0x00189098, Kind::Number},
    {"BodyPartExamined", 0, 0x00180015},
    {"PatientPosition", 0, 0x00185100},
    {"ProtocolName", 0, 0x00181030},
    {"SeriesDescription", 0, 0x0008103e},
    {"PulseSequenceType", 0, 0x00189008},
    {"ScanningSequence", 0, 0x00180020},
    {"SequenceVariant", 0, 0x00180021},
    {"ScanOptions", 0, 0x00180022},
    {"SequenceName", 0, 0x00180024},
    {"SequenceName", 0, 0x00189005},
    {"MRAcquisitionType", 0, 0x00180023},
    {"ImageType", 0, 0x00080008, Kind::Words},
    {"SeriesNumber", 0, 0x00200011, Kind::Number},
    {"SliceThickness", 0x00289110, 0x00180050, Kind::Number},
    {"SpacingBetweenSlices", 0x00289110, 0x00180088, Kind::Number},
    {"SAR", 0, 0x00181316, Kind::Number},
    {"NumberOfAverages", 0x00189119, 0x00180083, Kind::Number},
    {"PhaseEncodingSteps", 0, 0x00180089, Kind::Number},
    {"PhaseEncodingSteps", 0x00189125, 0x00189231, Kind::Number},
    {"EchoTrainLength", 0x00189112, 0x00180091, Kind::Number},
    {"PercentPhaseFOV", 0x00189125, 0x00180094, Kind::Number},
    {"PercentSampling", 0x00189125, 0x00180093, Kind::Number},
    {"PixelBandwidth", 0x00189006, 0x00180095, Kind::Number},
    {"ParallelReductionFactorInPlane", 0x00189115, 0x00189069, Kind::Number},
    {"ParallelReductionFactorOutOfPlane", 0x00189115, 0x00189155, Kind::Number},
    {"ParallelAcquisitionTechnique", 0x00189115, 0x00189078},
    {"AcquisitionDuration", 0, 0x00189073, Kind::Number},
};

QJsonValue number(double value) { return std::round(value * 1e9) / 1e9; }

QJsonValue valueOf(const DicomDataset& data, const Row& row) {
    if (row.kind == Kind::Number) {
        const auto value = data.number(row.tag);
        return value ? number(*value) : QJsonValue();
    }
    const QString text = data.text(row.tag);
    if (text.isEmpty()) return {};
    if (row.kind == Kind::Text) return text;
    QJsonArray words;
    for (const QString& word : text.split(QLatin1Char('\\'))) words << word.trimmed();
    return words;
}

/// What the file of the first slice says.
void addDicom(const DicomSlice& slice, QJsonObject& json) {
    QByteArray bytes;
    qint64 size = 0;
    const DicomParse parse = parseDicomFile(readHead(slice.image->path), bytes, size);
    const DicomHeader header(parse.dataset);
    const FrameGroups groups(header, slice.frame);
    const Person person(parse.dataset);
    for (const Row& row : rows) {
        const QString name = QLatin1String(row.name);
        if (json.contains(name)) continue;
        QJsonValue value = row.group ? valueOf(groups.group(row.group), row) : QJsonValue();
        if (value.isNull()) value = valueOf(parse.dataset, row);
        if (!value.isNull() && !person.isIn(value.toString())) json[name] = value;
    }
    auto dwellNs = groups.find(0x0019, "SIEMENS MR HEADER", 0x18).number();
    if (!dwellNs) dwellNs = groups.find(0x0021, "SIEMENS MR SDI", 0x42).number();
    if (dwellNs) json[QStringLiteral("DwellTime")] = *dwellNs * 1e-9;
    // "p2" or "p2s3": reduced twofold in plane
    QByteArray reduced = groups.find(0x0051, "SIEMENS MR HEADER", 0x11).bytes();
    if (reduced.isEmpty()) reduced = groups.find(0x0021, "SIEMENS MR SDS", 0x09).bytes();
    if (const int factor = reduced.startsWith('p') ? reduced.mid(1, 1).toInt() : 0; factor > 1)
        json[QStringLiteral("ParallelReductionFactorInPlane")] = factor;
    if (slice.image->readout.accelerationFactor > 1)
        json[QStringLiteral("ParallelReductionFactorInPlane")] = number(slice.image->readout.accelerationFactor);
    if (slice.image->readout.waterFatShiftPx > 0)
        json[QStringLiteral("WaterFatShift")] = number(slice.image->readout.waterFatShiftPx);
}

/// A mosaic whose slices go against the image's normal. Opposite directions mean the same in diffusion; of such a
/// mosaic dcm2niix writes the opposite ones, and so do we, that the files of both compare equal.
bool isReversedMosaic(const Found& found) {
    const auto* dicom = dynamic_cast<const DicomVoxels*>(found.source.get());
    if (!dicom || dicom->slices.size() < 2) return false;
    const DicomSlice& a = dicom->slices[0];
    const auto b = std::find_if(dicom->slices.begin(), dicom->slices.end(), [&](const DicomSlice& slice) {
        return slice.image == a.image && slice.frame == a.frame && slice.tileX + slice.tileY != a.tileX + a.tileY;
    });
    if (b == dicom->slices.end()) return false;
    return (std::pair(b->tileY, b->tileX) > std::pair(a.tileY, a.tileX)) != (b->place > a.place);
}

void addReadout(const Acquisition& a, QJsonObject& json) {
    if (a.phaseEncodingAxis >= 0) {
        const QString axis = QStringLiteral("ijk").mid(a.phaseEncodingAxis, 1);
        // BIDS has no word for an axis whose sense is not known; dcm2niix has
        json[a.phaseEncodingSign ? QStringLiteral("PhaseEncodingDirection") : QStringLiteral("PhaseEncodingAxis")] =
            a.phaseEncodingSign < 0 ? axis + QLatin1Char('-') : axis;
    }
    const QString how = a.readoutEstimated ? QStringLiteral("Estimated") : QString();
    if (a.effectiveEchoSpacingS > 0) json[how + QStringLiteral("EffectiveEchoSpacing")] = a.effectiveEchoSpacingS;
    if (a.totalReadoutTimeS > 0) json[how + QStringLiteral("TotalReadoutTime")] = a.totalReadoutTimeS;
    QJsonArray times;
    for (const double t : a.sliceTimesS) times << number(t);
    if (!times.isEmpty())
        json[a.sliceTimesEstimated ? QStringLiteral("EstimatedSliceTiming") : QStringLiteral("SliceTiming")] = times;
}

} // namespace

QJsonObject bidsSidecar(const Found& found) {
    const VolumeHeader& h = found.header;
    QJsonObject json;
    const auto seconds = [&](const char* name, double ms) {
        if (ms > 0) json[QLatin1String(name)] = number(ms / 1000);
    };
    const auto first = [](const std::vector<double>& numbers) { return numbers.empty() ? 0 : numbers.front(); };
    seconds("EchoTime", first(h.fourth.echoTimesMs));
    seconds("RepetitionTime", h.acquisition.repetitionTimeMs > 0 ? h.acquisition.repetitionTimeMs : h.fourth.stepMs);
    seconds("InversionTime", first(h.fourth.inversionTimesMs));
    if (h.acquisition.flipAngleDeg > 0) json[QStringLiteral("FlipAngle")] = h.acquisition.flipAngleDeg;
    if (!h.unit.isEmpty()) json[QStringLiteral("Units")] = h.unit;
    constexpr std::array parts{"magnitude", "phase", "real", "imaginary"}; // BIDS knows no others
    if (std::any_of(parts.begin(), parts.end(), [&](const char* part) { return h.component == QLatin1String(part); }))
        json[QStringLiteral("ComplexImageComponent")] = h.component.toUpper();
    for (const Scaling& scaling : h.scalings)
        if (scaling.name == QStringLiteral("displayed")) {
            json[QStringLiteral("PhilipsRescaleSlope")] = scaling.slope;
            json[QStringLiteral("PhilipsRescaleIntercept")] = scaling.intercept;
        } else if (scaling.name == QStringLiteral("precise")) {
            json[QStringLiteral("PhilipsScaleSlope")] = 1 / scaling.slope;
            json[QStringLiteral("UsePhilipsFloatNotDisplayScaling")] = 1;
        }
    addReadout(h.acquisition, json);
    if (const auto* dicom = dynamic_cast<const DicomVoxels*>(found.source.get()); dicom && !dicom->slices.empty())
        addDicom(*std::min_element(dicom->slices.begin(), dicom->slices.end(),
                                   [](const DicomSlice& a, const DicomSlice& b) { return a.place < b.place; }),
                 json);
    json[QStringLiteral("ConversionSoftware")] = QStringLiteral("Neuraxis");
    return json;
}

QByteArray bvalText(const VolumeHeader& header) {
    QByteArrayList words;
    for (const double b : header.fourth.bValues) words << QByteArray::number(b, 'g', 10);
    return words.isEmpty() ? QByteArray() : words.join(' ') + '\n';
}

QByteArray bvecText(const Found& found) {
    const VolumeHeader& header = found.header;
    if (header.fourth.bVectors.empty()) return {};
    const bool rightHanded = header.voxelToLps.determinant() > 0;
    const double sign = isReversedMosaic(found) ? -1 : 1;
    QByteArray text;
    for (int axis = 0; axis < 3; ++axis) {
        const WorldVector along = unit(header.voxelToLps.step(axis)) * (axis == 0 && rightHanded ? -sign : sign);
        QByteArrayList words;
        for (const WorldVector& g : header.fourth.bVectors) {
            const double part = std::round(dot(g, along) * 1e8) / 1e8;
            words << QByteArray::number(part == 0 ? 0 : part, 'g', 9);
        }
        text += words.join(' ') + '\n';
    }
    return text;
}

} // namespace neuraxis::io
