#include "core/io/dicom_groups.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr DicomTag echoGroup = 0x00189114, timingGroup = 0x00189112, diffusionGroup = 0x00189117,
                   frameTypeGroup = 0x00189226, contentGroup = 0x00209111, positionGroup = 0x00209113,
                   orientationGroup = 0x00209116, measuresGroup = 0x00289110, windowGroup = 0x00289132,
                   rescaleGroup = 0x00289145, realWorldGroup = 0x00409096;
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

    const DicomDataset& philips = groups.philips();
    const DicomTag scaleTag = philips.privateTag(0x2005, philipsCreator, 0x0e);
    const double scale = scaleTag ? philips.number(scaleTag).value_or(0) : 0;
    if (scale != 0) {
        f.intercept = displayIntercept / (f.slope * scale);
        f.slope = 1 / scale;
        if (f.component == "P") f.unit = QStringLiteral("rad");
    }

    const DicomDataset& realWorld = groups.group(realWorldGroup);
    if (const auto slope = realWorld.number(0x00409225); slope && *slope != 0) {
        const QString unit = unitOf(realWorld.item(0x004008ea));
        if (!unit.isEmpty() && std::abs(*slope - f.slope) <= 1e-3 * std::abs(f.slope)) f.unit = unit;
    }

    const DicomDataset& window = groups.group(windowGroup);
    const auto centres = window.numbers(0x00281050), widths = window.numbers(0x00281051);
    const QStringList names = window.text(0x00281055).split(QLatin1Char('\\'));
    const double toValue = displaySlope != 0 ? f.slope / displaySlope : 1;
    for (std::size_t i = 0; i < std::min(centres.size(), widths.size()); ++i) {
        if (!(widths[i] > 0)) continue;
        const QString name = names.value(static_cast<int>(i)).trimmed();
        f.windows.push_back({name.isEmpty() ? QCoreApplication::translate("io", "Scanner %1").arg(i + 1) : name,
                             (centres[i] - displayIntercept) * toValue + f.intercept, widths[i] * std::abs(toValue)});
    }
}

/// Magnitude, phase, real or imaginary; for derived images, what they are a map of.
QByteArray componentOf(const FrameGroups& groups) {
    const DicomDataset& type = groups.group(frameTypeGroup);
    const DicomTag words = type.has(0x00089007) ? 0x00089007 : 0x00080008;
    const QList<QByteArray> types = type.bytes(words).split('\\');
    const QByteArray fourth = types.value(3).trimmed(), third = types.value(2).trimmed();
    for (const char* plain : {"M", "P", "R", "I"})
        if (fourth == plain) return plain;
    const QByteArray complex = type.bytes(0x00089208);
    if (complex == "PHASE") return "P";
    if (complex == "REAL") return "R";
    if (complex == "IMAGINARY") return "I";
    for (const char* plain : {"M", "P", "R", "I"})
        if (third == plain) return plain;
    if (groups.data().bytes(0x00080070).startsWith("GE")) {
        constexpr const char* kinds[] = {"M", "P", "R", "I"};
        for (const DicomElement& e : groups.data().elements) // 0043,xx2F of GEMS_PARM_01
            if (e.tag >> 16 == 0x0043 && (e.tag & 0xff) == 0x2f && (e.tag & 0xff00)) {
                const int kind = groups.data().whole(e.tag, -1);
                if (kind >= 0 && kind < 4) return kinds[kind];
            }
    }
    if (types.value(0).trimmed() == "DERIVED" && fourth != "NONE" && !fourth.isEmpty()) return fourth;
    return types.value(0).trimmed() == "DERIVED" ? third : QByteArray();
}

void readDimensions(const FrameGroups& groups, DicomFrame& f) {
    const DicomDataset& content = groups.group(contentGroup);
    const DicomDataset& root = groups.data();
    const auto set = [&](DicomDimension d, std::optional<double> value, std::size_t part = 0) {
        f.dimensions[d][part] = value.value_or(0);
    };
    set(Temporal, content.has(0x00209128) ? content.number(0x00209128) : root.number(0x00200100));
    set(Acquisition, content.has(0x00209156) ? content.number(0x00209156) : root.number(0x00200012));
    const DicomDataset& philips = groups.philips();
    for (const std::uint8_t element : {0x12, 0x13})
        if (const DicomTag tag = philips.privateTag(0x2005, philipsCreator5, element))
            set(PhilipsIndices, philips.number(tag), element - 0x12);
    if (const DicomTag tag = philips.privateTag(0x2005, philipsCreator5, 0x29)) {
        const QByteArray label = philips.bytes(tag);
        for (qsizetype i = 0; i < std::min<qsizetype>(6, label.size()); ++i)
            set(Label, label[i], static_cast<std::size_t>(i));
    }
    const DicomDataset& diffusion = groups.group(diffusionGroup);
    std::optional<double> b = diffusion.number(0x00189087);
    auto gradient = diffusion.numbers(0x00189089);
    if (const DicomDataset* direction = diffusion.item(0x00189076)) gradient = direction->numbers(0x00189089);
    if (const DicomTag tag = root.privateTag(0x0019, "SIEMENS MR HEADER", 0x0c); !b && tag) b = root.number(tag);
    if (const DicomTag tag = root.privateTag(0x0019, "SIEMENS MR HEADER", 0x0e); gradient.empty() && tag)
        gradient = root.numbers(tag);
    if (const DicomTag tag = root.privateTag(0x0043, "GEMS_PARM_01", 0x39); !b && tag)
        if (const auto packed = root.number(tag)) b = std::fmod(*packed, 1e9); // GE adds 1e9 to b
    set(BValue, b);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, gradient.size()); ++i) set(Gradient, gradient[i], i);
    set(Inversion, root.number(0x00180082) ? root.number(0x00180082) : groups.group(0x00189115).number(0x00189079));
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

FrameGroups::FrameGroups(const DicomDataset& root, int frame)
    : root(root), own(root.item(0x52009230, frame)), shared(root.item(0x52009229)) {}

const DicomDataset& FrameGroups::group(DicomTag sequence) const {
    for (const DicomDataset* place : {own, shared, &root})
        if (const DicomDataset* found = place ? place->item(sequence) : nullptr) return *found;
    return root;
}

const DicomDataset& FrameGroups::philips() const {
    for (const DicomDataset* place : {own, shared})
        if (const DicomTag tag = place ? place->privateTag(0x2005, philipsCreator5, 0x0f) : 0)
            if (const DicomDataset* found = place->item(tag)) return *found;
    return root;
}

DicomFrame readFrame(const FrameGroups& groups, const QString& modality) {
    DicomFrame f;
    f.component = componentOf(groups);
    readGeometry(groups, f);
    readScaling(groups, modality, f);
    readDimensions(groups, f);
    f.echoTimeMs = groups.group(echoGroup).number(0x00189082).value_or(groups.data().number(0x00180081).value_or(0));
    f.echo = groups.data().whole(0x00180086);
    f.stack = groups.group(contentGroup).bytes(0x00209056);
    f.instance = groups.data().whole(0x00200013);
    f.protocol = protocolOf(groups, f.echoTimeMs);
    return f;
}

} // namespace neuraxis::io
