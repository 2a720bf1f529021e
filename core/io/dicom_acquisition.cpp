#include "core/io/dicom_groups.h"

#include <QHash>
#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr DicomTag timingGroup = 0x00189112, geometryGroup = 0x00189125, parallelGroup = 0x00189115;

constexpr const char *siemensBlock = "SIEMENS MR HEADER", *siemensFrame = "SIEMENS MR SDI", *geBlock = "GEMS_PARM_01",
                     *uihBlock = "Image Private Header";

std::optional<double> first(const std::vector<double>& numbers) {
    return numbers.empty() ? std::nullopt : std::optional(numbers.front());
}

/// 1: along growing indices of the axis. Siemens' "positive" is so; GE's LINEAR and United Imaging's 1 are not.
int phaseSign(const FrameGroups& groups) {
    switch (groups.header.vendor) {
    case Vendor::Siemens: {
        auto positive = groups.find(0x0021, siemensFrame, 0x1c).number();
        if (!positive) positive = first(csaNumbers(groups.header.csa, "PhaseEncodingDirectionPositive"));
        return !positive ? 0 : *positive == 1 ? 1 : *positive == 0 ? -1 : 0;
    }
    case Vendor::GE: {
        const QByteArray order = groups.data().bytes(0x00189034);
        return order == "LINEAR" ? -1 : order == "REVERSE_LINEAR" ? 1 : 0;
    }
    case Vendor::UnitedImaging: {
        const auto flipped = groups.find(0x0065, uihBlock, 0x58).number();
        return !flipped ? 0 : *flipped == 1 ? -1 : 1;
    }
    default: return 0;
    }
}

ReadoutFacts readoutFacts(const FrameGroups& groups) {
    const DicomDataset& root = groups.data();
    ReadoutFacts facts;
    const DicomDataset& timing = groups.group(timingGroup);
    facts.echoTrainLength = timing.whole(0x00180091, root.whole(0x00180091));
    facts.partialFourier =
        root.bytes(0x00180022).contains("PFF") || groups.group(parallelGroup).bytes(0x00189081) == "YES";
    switch (groups.header.vendor) {
    case Vendor::Siemens: {
        auto bandwidth = groups.find(0x0019, siemensBlock, 0x28).number();
        if (!bandwidth) bandwidth = groups.find(0x0021, siemensFrame, 0x53).number();
        if (!bandwidth) bandwidth = first(csaNumbers(groups.header.csa, "BandwidthPerPixelPhaseEncode"));
        facts.bandwidthPerPixelHz = bandwidth.value_or(0);
        break;
    }
    case Vendor::GE: {
        facts.echoSpacingUs = groups.find(0x0043, geBlock, 0x2c).number().value_or(0);
        const double share = groups.find(0x0043, geBlock, 0x83).number().value_or(1);
        facts.accelerationFactor = share > 0 && share <= 1 ? 1 / share : 1;
        const auto matrix = root.numbers(0x00181310); // frequency rows, columns, phase rows, columns
        if (matrix.size() == 4) facts.acquiredLines = static_cast<int>(std::max(matrix[2], matrix[3]));
        break;
    }
    case Vendor::Philips: {
        facts.waterFatShiftPx = groups.find(0x2001, "Philips Imaging DD 001", 0x22).number().value_or(0);
        facts.epiFactor = static_cast<int>(groups.find(0x2001, "Philips Imaging DD 001", 0x13).number().value_or(0));
        facts.imagingFrequencyMHz =
            root.number(0x00180084).value_or(groups.group(0x00189006).number(0x00189098).value_or(0));
        break;
    }
    case Vendor::UnitedImaging:
        if (root.bytes(0x00180020).contains("EP")) facts.durationS = root.number(0x00189073).value_or(0);
        break;
    default: break;
    }
    return facts;
}

std::size_t hashOf(const QByteArray& identity) {
    return identity.trimmed().isEmpty() ? 0 : std::max<std::size_t>(1, qHash(identity));
}

bool looksDiffusion(const FrameGroups& groups) {
    const DicomDataset& root = groups.data();
    if (root.bytes(0x00080008).contains("DIFFUSION") || groups.group(0x00189226).bytes(0x00089209) == "DIFFUSION" ||
        root.bytes(0x00080008).contains("\\DIFF"))
        return true;
    const QByteArray sequence = root.bytes(0x00180024) + ' ' + root.bytes(0x00189005);
    if (sequence.contains("ep_b") || sequence.contains("DwiSE")) return true;
    const QString words = QLatin1Char(' ') + root.text(0x0008103e).toLower() + QLatin1Char(' ') +
                          root.text(0x00181030).toLower() + QLatin1Char(' ');
    const auto isLetter = [&](qsizetype at) { return words[at].isLetter(); };
    for (const char* word : {"dti", "dwi", "dki", "diff", "hardi", "noddi"}) {
        const QString w = QLatin1String(word);
        for (auto at = words.indexOf(w); at >= 0; at = words.indexOf(w, at + 1))
            if (!isLetter(at - 1) && (w == QStringLiteral("diff") || !isLetter(at + w.size()))) return true;
    }
    return false;
}

} // namespace

std::optional<double> timeOfDayMs(const QByteArray& text, bool withDate) {
    const QByteArray time = withDate ? text.mid(8) : text;
    if (time.size() < 6) return {};
    bool ok[3];
    const double h = time.mid(0, 2).toInt(&ok[0]), m = time.mid(2, 2).toInt(&ok[1]);
    qsizetype end = 4;
    while (end < time.size() && ((time[end] >= '0' && time[end] <= '9') || time[end] == '.')) ++end;
    const double s = time.mid(4, end - 4).toDouble(&ok[2]);
    if (!ok[0] || !ok[1] || !ok[2] || h > 24 || m > 60 || s > 61) return {};
    return ((h * 60 + m) * 60 + s) * 1000;
}

void readAcquisition(const FrameGroups& groups, DicomImage& image) {
    const DicomDataset& root = groups.data();
    Acquisition& a = image.acquisition;
    a.manufacturer = root.text(0x00080070);
    const DicomDataset& timing = groups.group(timingGroup);
    a.repetitionTimeMs = timing.number(0x00180080).value_or(root.number(0x00180080).value_or(0));
    a.flipAngleDeg = timing.number(0x00181314).value_or(root.number(0x00181314).value_or(0));
    QByteArray phase = groups.group(geometryGroup).bytes(0x00181312);
    if (phase.isEmpty()) phase = root.bytes(0x00181312);
    a.phaseEncodingAxis = phase.startsWith("ROW") ? 0 : phase.startsWith("COL") ? 1 : -1;
    if (a.phaseEncodingAxis >= 0) a.phaseEncodingSign = phaseSign(groups);
    image.readout = readoutFacts(groups);
    image.patient = hashOf(root.bytes(0x00100020));
    image.patientName = hashOf(root.bytes(0x00100010) + ' ' + root.bytes(0x00100030));
    image.is3d = root.bytes(0x00180023) == "3D";
    image.slicesMade = static_cast<int>(groups.find(0x2001, "Philips Imaging DD 001", 0x18).number().value_or(0));
    const QByteArray sopClass = root.bytes(0x00080016), type = root.bytes(0x00080008);
    image.secondary = sopClass == "1.2.840.10008.5.1.4.1.1.7" || sopClass.startsWith("1.2.840.10008.5.1.4.1.1.7.");
    // Of several stacks the count is theirs together, of projections and the like the source's
    if (groups.find(0x2001, "Philips Imaging DD 001", 0x60).number().value_or(1) > 1 || image.secondary ||
        !type.startsWith("ORIGINAL") || type.contains("PROJECTION"))
        image.slicesMade = 0;
    image.burnedIn = root.bytes(0x00280301) == "YES" || image.secondary;
    image.looksDiffusion = image.series.modality == QStringLiteral("MR") && looksDiffusion(groups);
    // Baseline and extended JPEG, near-lossless JPEG-LS and JPEG-XL lose; JPEG 2000 may.
    const QByteArray& syntax = image.layout.transferSyntax;
    image.lossy = root.bytes(0x00282110) == "01" || syntax == "1.2.840.10008.1.2.4.50" ||
                  syntax == "1.2.840.10008.1.2.4.51" || syntax == "1.2.840.10008.1.2.4.81";
}

void workOutReadout(const ReadoutFacts& facts, int lines, Acquisition& a) {
    if (lines < 2) return;
    if (facts.bandwidthPerPixelHz > 0) {
        a.effectiveEchoSpacingS = 1 / (facts.bandwidthPerPixelHz * lines);
        a.totalReadoutTimeS = a.effectiveEchoSpacingS * (lines - 1);
    } else if (facts.echoSpacingUs > 0 && facts.acquiredLines > 1) {
        const double round = facts.partialFourier ? 4 : 2;
        const double walked = std::ceil(facts.acquiredLines / facts.accelerationFactor / round) * round;
        a.totalReadoutTimeS = (walked - 1) * facts.echoSpacingUs * 1e-6;
        a.effectiveEchoSpacingS = a.totalReadoutTimeS / (lines - 1);
    } else if (facts.waterFatShiftPx > 0 && facts.epiFactor > 1 && facts.echoTrainLength > 1 &&
               facts.imagingFrequencyMHz > 0) {
        const double waterFatPpm = 3.4;
        const double spacing =
            facts.waterFatShiftPx / (facts.imagingFrequencyMHz * waterFatPpm * (facts.echoTrainLength + 1));
        a.totalReadoutTimeS = spacing * facts.echoTrainLength;
        a.effectiveEchoSpacingS = a.totalReadoutTimeS / (lines - 1);
        a.readoutEstimated = true;
    } else if (facts.durationS > 0) {
        a.totalReadoutTimeS = facts.durationS;
        a.effectiveEchoSpacingS = facts.durationS / (lines - 1);
    }
}

} // namespace neuraxis::io
