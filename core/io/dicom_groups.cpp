#include "core/io/dicom_groups.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr DicomTag echoGroup = 0x00189114, timingGroup = 0x00189112, diffusionGroup = 0x00189117,
                   frameTypeGroup = 0x00189226, contentGroup = 0x00209111, positionGroup = 0x00209113,
                   orientationGroup = 0x00209116, measuresGroup = 0x00289110, windowGroup = 0x00289132,
                   rescaleGroup = 0x00289145, realWorldGroup = 0x00409096;
constexpr std::size_t mostWindows = 16; // each frame keeps its own
constexpr const char* philipsCreator = "Philips MR Imaging DD 001";
constexpr const char* philipsCreator5 = "Philips MR Imaging DD 005";

void readGeometry(const FrameGroups& groups, DicomFrame& f) {
    const auto position = groups.group(positionGroup).numbers(0x00200032);
    const auto cosines = groups.group(orientationGroup).numbers(0x00200037);
    const DicomDataset& measures = groups.group(measuresGroup);
    auto spacing = measures.numbers(0x00280030);
    if (spacing.size() < 2) spacing = measures.numbers(0x00181164); // imager pixel spacing of projections
    if (spacing.size() >= 2 && spacing[0] > 0 && spacing[1] > 0) {
        f.rowMm = spacing[0];
        f.columnMm = spacing[1];
    }
    f.thicknessMm = std::abs(measures.number(0x00180050).value_or(0));
    f.betweenMm = std::abs(measures.number(0x00180088).value_or(0));
    if (position.size() != 3 || cosines.size() != 6) return;
    const WorldVector along{cosines[0], cosines[1], cosines[2]}, down{cosines[3], cosines[4], cosines[5]};
    if (std::abs(length(along) - 1) > 0.1 || std::abs(length(down) - 1) > 0.1 || std::abs(dot(along, down)) > 0.1)
        return;
    f.placed = true;
    f.position = {position[0], position[1], position[2]};
    f.along = unit(along); // printed with few digits
    f.down = unit(down);
}

/// The unit a code stands for, in the words it is shown in.
QString unitOf(const DicomDataset* code) {
    if (!code) return {};
    const QByteArray value = code->bytes(0x00080100);
    struct Row {
        const char *code, *unit;
    };
    constexpr Row rows[] = {{"Hz", "Hz"},       {"[hnsf'U]", "HU"}, {"rad", "rad"},
                            {"mrad", "mrad"},   {"ms", "ms"},       {"s", "s"},
                            {"mm2/s", "mm²/s"}, {"um2/s", "µm²/s"}, {"10-6.mm2/s", "10⁻⁶ mm²/s"},
                            {"%", "%"}};
    for (const Row& row : rows)
        if (value == row.code) return QString::fromUtf8(row.unit);
    return {};
}

/// Value = stored * slope + intercept. Philips: the precise value, comparable between the series of an exam,
/// (SV - SI) / SS, and not the displayed one.
void readScaling(const FrameGroups& groups, const QString& modality, DicomFrame& f) {
    const DicomDataset& rescale = groups.group(rescaleGroup);
    const double displaySlope = rescale.number(0x00281053).value_or(1),
                 displayIntercept = rescale.number(0x00281052).value_or(0);
    f.slope = displaySlope != 0 ? displaySlope : 1;
    f.intercept = displayIntercept;
    if (modality == QStringLiteral("CT") || rescale.bytes(0x00281054) == "HU") f.unit = QStringLiteral("HU");
    if (modality == QStringLiteral("PT") && groups.data().bytes(0x00541001) == "BQML") f.unit = QStringLiteral("Bq/ml");

    const double scale = groups.find(0x2005, philipsCreator, 0x0e).number().value_or(0);
    const Scaling displayed{QStringLiteral("displayed"), f.slope, displayIntercept, f.unit};
    if (scale != 0) {
        f.intercept = displayIntercept / (f.slope * scale);
        f.slope = 1 / scale;
        if (f.component == "phase") f.unit = QStringLiteral("rad");
    }

    const DicomDataset& realWorld = groups.group(realWorldGroup);
    Scaling world{QStringLiteral("real-world"), realWorld.number(0x00409225).value_or(0),
                  realWorld.number(0x00409224).value_or(0), unitOf(realWorld.item(0x004008ea))};
    if (!world.unit.isEmpty() && std::abs(world.slope - f.slope) <= 1e-3 * std::abs(f.slope)) f.unit = world.unit;
    if (scale != 0) {
        f.scalings = {{QStringLiteral("precise"), f.slope, f.intercept, f.unit}, displayed};
        if (world.slope != 0) f.scalings.push_back(world);
    }

    const DicomDataset& window = groups.group(windowGroup);
    const auto centres = window.numbers(0x00281050), widths = window.numbers(0x00281051);
    const QStringList names = window.text(0x00281055).split(QLatin1Char('\\'));
    const double toValue = displaySlope != 0 ? f.slope / displaySlope : 1;
    for (std::size_t i = 0; i < std::min(centres.size(), widths.size()); ++i) {
        if (f.windows.size() == mostWindows) break;
        if (!(widths[i] > 0)) continue;
        const QString name = names.value(static_cast<int>(i)).trimmed();
        f.windows.push_back({name.isEmpty() ? QCoreApplication::translate("io", "Scanner %1").arg(i + 1) : name,
                             (centres[i] - displayIntercept) * toValue + f.intercept, widths[i] * std::abs(toValue)});
    }
}

struct ComponentRow {
    const char *word, *component;
};
// What vendors call them, in any place of the image type, and the words this program has for them.
constexpr ComponentRow componentWords[] = {{"M", "magnitude"},
                                           {"P", "phase"},
                                           {"R", "real"},
                                           {"I", "imaginary"},
                                           {"MAGNITUDE", "magnitude"},
                                           {"PHASE", "phase"},
                                           {"REAL", "real"},
                                           {"IMAGINARY", "imaginary"},
                                           {"PHASE MAP", "phase"},
                                           {"B0", "FIELD_MAP"},
                                           {"B0 MAP", "FIELD_MAP"},
                                           {"FIELD_MAP", "FIELD_MAP"},
                                           {"TRACEW", "TRACE"},
                                           {"TRACE", "TRACE"},
                                           {"ISO", "TRACE"},
                                           {"ADC", "ADC"},
                                           {"EXPADC", "EADC"},
                                           {"EADC", "EADC"},
                                           {"FA", "FA"},
                                           {"TENSOR", "TENSOR"},
                                           {"TENSOR_B0", "TENSOR_B0"},
                                           {"W", "WATER"},
                                           {"WATER", "WATER"},
                                           {"F", "FAT"},
                                           {"FAT", "FAT"},
                                           {"IP", "IN_PHASE"},
                                           {"IN_PHASE", "IN_PHASE"},
                                           {"OP", "OUT_OF_PHASE"},
                                           {"OUT_PHASE", "OUT_OF_PHASE"},
                                           {"OPP_PHASE", "OUT_OF_PHASE"},
                                           {"FF", "FAT_FRACTION"},
                                           {"FAT_FRACTION", "FAT_FRACTION"},
                                           {"T1 MAP", "T1_MAP"},
                                           {"T2 MAP", "T2_MAP"},
                                           {"T2_STAR MAP", "T2_STAR_MAP"},
                                           {"R2_STAR MAP", "R2_STAR_MAP"}};

QByteArray componentWord(const QByteArray& word) {
    for (const ComponentRow& row : componentWords)
        if (word == row.word) return row.component;
    return {};
}

/// Magnitude, phase, real or imaginary; for derived images, what they are a map of.
QByteArray componentOf(const FrameGroups& groups) {
    const DicomDataset& type = groups.group(frameTypeGroup);
    const DicomTag words = type.has(0x00089007) ? 0x00089007 : 0x00080008;
    const QList<QByteArray> types = type.bytes(words).split('\\');
    const QByteArray fourth = types.value(3).trimmed(), third = types.value(2).trimmed();
    if (const QByteArray plain = componentWord(fourth); !plain.isEmpty()) return plain;
    const QByteArray complex = type.bytes(0x00089208);
    if (complex == "PHASE" || complex == "REAL" || complex == "IMAGINARY") return componentWord(complex);
    if (const QByteArray plain = componentWord(third); !plain.isEmpty()) return plain;
    // Philips' own word, where the standard ones say nothing
    if (const QByteArray own = componentWord(groups.find(0x2005, philipsCreator, 0x11).bytes()); !own.isEmpty())
        return own;
    const bool derived = types.value(0).trimmed() == "DERIVED";
    if (const auto kind = groups.find(0x0043, "GEMS_PARM_01", 0x2f).number();
        kind && *kind >= (derived ? 1 : 0) && *kind < 4) {
        constexpr const char* kinds[] = {"magnitude", "phase", "real", "imaginary"};
        return kinds[static_cast<int>(*kind)];
    }
    if (derived) return fourth != "NONE" && !fourth.isEmpty() ? fourth : third;
    return complex == "MAGNITUDE" ? QByteArray("magnitude") : QByteArray();
}

struct LabelRow {
    const char *word, *label;
};
// Arterial spin labelling, by (0018,9257) and Philips' own element
constexpr LabelRow labelWords[] = {
    {"CONTROL", "control"}, {"LABEL", "label"}, {"LABELED", "label"}, {"M_ZERO_SCAN", "m0"}, {"M0", "m0"}};

QByteArray labelOf(const FrameGroups& groups) {
    QByteArray word = groups.group(0x00189251).bytes(0x00189257);
    if (word.isEmpty()) word = groups.find(0x2005, philipsCreator5, 0x29).bytes();
    for (const LabelRow& row : labelWords)
        if (word == row.word) return row.label;
    return {};
}

/// When the frame was acquired: Philips counts dynamics from the start of the scan, others tell the time of day.
std::optional<double> takenMs(const FrameGroups& groups) {
    const DicomDataset& content = groups.group(contentGroup);
    if (const auto seconds = groups.find(0x2005, philipsCreator, 0xa0).number()) return *seconds * 1000;
    if (content.has(0x00189074)) return timeOfDayMs(content.bytes(0x00189074), true);
    if (const QByteArray time = groups.data().bytes(0x00080032); !time.isEmpty()) return timeOfDayMs(time, false);
    return timeOfDayMs(groups.data().bytes(0x0008002a), true);
}

/// GE's trigger time of an EPI scan begins with each volume.
std::optional<double> sliceTimeMs(const FrameGroups& groups) {
    const DicomDataset& root = groups.data();
    const bool isEpi = root.bytes(0x00180020).contains("EP") || root.bytes(0x00180022).contains("EPI_GEMS");
    return groups.header.vendor == Vendor::GE && isEpi ? root.number(0x00181060) : std::nullopt;
}

void readDimensions(const FrameGroups& groups, DicomFrame& f) {
    const DicomDataset& content = groups.group(contentGroup);
    const DicomDataset& root = groups.data();
    const auto set = [&](DicomDimension d, std::optional<double> value, std::size_t part = 0) {
        f.dimensions[d][part] = value.value_or(0);
    };
    set(Temporal, content.has(0x00209128) ? content.number(0x00209128) : root.number(0x00200100));
    set(AcquisitionNumber, content.has(0x00209156) ? content.number(0x00209156) : root.number(0x00200012));
    for (const std::uint8_t element : {0x12, 0x13})
        if (const auto index = groups.find(0x2005, philipsCreator5, element))
            set(PhilipsIndices, index.number(), element - 0x12);
    set(BValue, f.bValue);
    const auto rounded = [](double part) { return std::round(part * 1e4) / 1e4; };
    const double direction[] = {rounded(f.gradient.x), rounded(f.gradient.y), rounded(f.gradient.z)};
    for (std::size_t i = 0; i < 3; ++i) set(Gradient, direction[i], i);
    set(Inversion, f.inversionTimeMs);
    for (std::size_t i = 0; i < std::size(labelWords); ++i)
        if (f.label == labelWords[i].label) set(Label, static_cast<double>(i + 1));
    set(Trigger, root.number(0x00181060) ? root.number(0x00181060) : groups.group(0x00189118).number(0x00209153));
    const auto indices = content.numbers(0x00209157);
    for (std::size_t i = 0; i < std::min<std::size_t>(6, indices.size()); ++i) set(IndexValues, indices[i], i);
}

QString protocolOf(const FrameGroups& groups, double echoTimeMs) {
    const DicomDataset& timing = groups.group(timingGroup);
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    const auto number = [&](double value) { return plain.toString(value, 'g', 4); };
    QStringList words;
    if (const double tr = timing.number(0x00180080).value_or(0); tr > 0)
        words << QCoreApplication::translate("io", "TR %1 ms").arg(number(tr));
    if (echoTimeMs > 0) words << QCoreApplication::translate("io", "TE %1 ms").arg(number(echoTimeMs));
    if (const double ti = groups.data().number(0x00180082).value_or(0); ti > 0)
        words << QCoreApplication::translate("io", "TI %1 ms").arg(number(ti));
    if (const double flip = timing.number(0x00181314).value_or(0); flip > 0)
        words << QCoreApplication::translate("io", "flip %1°").arg(number(flip));
    return words.join(QStringLiteral(" · "));
}

} // namespace

DicomFrame readFrame(const FrameGroups& groups) {
    DicomFrame f;
    f.component = componentOf(groups);
    readGeometry(groups, f);
    readScaling(groups, groups.header.modality, f);
    readDiffusion(groups, f);
    f.echoTimeMs = groups.group(echoGroup).number(0x00189082).value_or(groups.data().number(0x00180081).value_or(0));
    f.echo = groups.data().whole(0x00180086);
    f.inversionTimeMs = groups.data().number(0x00180082).value_or(0);
    if (f.inversionTimeMs <= 0) f.inversionTimeMs = groups.group(0x00189115).number(0x00189079).value_or(0);
    if (f.inversionTimeMs <= 0)
        f.inversionTimeMs = groups.find(0x2001, "Philips Imaging DD 001", 0x1b).number().value_or(0); // prepulse delay
    f.label = labelOf(groups);
    f.takenMs = takenMs(groups);
    f.sliceTimeMs = sliceTimeMs(groups);
    f.sliceLocationMm = groups.data().number(0x00201041);
    readDimensions(groups, f);
    f.stack = groups.group(contentGroup).bytes(0x00209056);
    f.instance = groups.data().whole(0x00200013);
    f.protocol = protocolOf(groups, f.echoTimeMs);
    return f;
}

} // namespace neuraxis::io
