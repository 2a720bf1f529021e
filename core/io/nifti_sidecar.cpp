#include "core/io/nifti_sidecar.h"

#include "core/io/packed_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr quint64 greatestTable = 8U << 20, greatestJson = 1U << 20;

using Table = std::vector<std::vector<double>>; ///< Rows of numbers

Table readTable(const QString& path) {
    Table table;
    for (const QByteArray& line : readWhole(path, false, greatestTable).split('\n')) {
        std::vector<double> row;
        for (const QByteArray& word : line.simplified().replace(',', ' ').split(' ')) {
            bool isNumber = false;
            const double number = word.toDouble(&isNumber);
            if (isNumber) row.push_back(std::isfinite(number) ? number : 0);
        }
        if (!row.empty()) table.push_back(std::move(row));
    }
    return table;
}

void addMismatch(const QString& path, std::size_t there, const VolumeHeader& header, std::vector<Finding>& findings) {
    findings.push_back(
        {Finding::Severity::Warning, QStringLiteral("gradients-do-not-fit"),
         QCoreApplication::translate("io", "%1 has %2 entries for %3 volumes; its diffusion values are not used.")
             .arg(fileName(path))
             .arg(there)
             .arg(header.volumes)});
}

/// FSL's directions are along the image's own axes, the first reversed when the axes are right-handed.
void readGradients(const QString& bvalPath, const QString& bvecPath, VolumeHeader& header) {
    const auto volumes = static_cast<std::size_t>(header.volumes);
    std::vector<double> bValues;
    for (const auto& row : readTable(bvalPath)) bValues.insert(bValues.end(), row.begin(), row.end());
    if (bValues.size() != volumes) return addMismatch(bvalPath, bValues.size(), header, header.findings);
    header.fourth.bValues = bValues;
    if (bvecPath.isEmpty()) return;
    const Table table = readTable(bvecPath);
    const bool inRows = table.size() == 3 &&
                        std::all_of(table.begin(), table.end(), [&](const auto& row) { return row.size() == volumes; });
    const bool inColumns = !inRows && table.size() == volumes &&
                           std::all_of(table.begin(), table.end(), [](const auto& row) { return row.size() == 3; });
    if (!inRows && !inColumns)
        return addMismatch(bvecPath, table.size() == 3 ? table[0].size() : table.size(), header, header.findings);
    const Affine& a = header.voxelToLps;
    const double sign = a.determinant() > 0 ? -1 : 1;
    for (std::size_t v = 0; v < volumes; ++v) {
        const auto part = [&](std::size_t axis) { return inRows ? table[axis][v] : table[v][axis]; };
        header.fourth.bVectors.push_back(
            unit(unit(a.step(0)) * (sign * part(0)) + unit(a.step(1)) * part(1) + unit(a.step(2)) * part(2)));
    }
}

/// "i", "j-" ... as an axis of the grid and a sign.
void readDirection(const QString& text, int& axis, int& sign) {
    const qsizetype found = QStringLiteral("ijk").indexOf(text.left(1));
    if (text.isEmpty() || found < 0) return;
    axis = static_cast<int>(found);
    sign = text.endsWith(u'-') ? -1 : 1;
}

void readJson(const QString& path, VolumeHeader& header) {
    const QJsonObject json = QJsonDocument::fromJson(readWhole(path, false, greatestJson)).object();
    const auto number = [&](const char* name) {
        const double value = json[QLatin1String(name)].toDouble();
        return std::isfinite(value) && value > 0 ? value : 0;
    };
    Acquisition& a = header.acquisition;
    const auto each = [&](double value) {
        return value > 0 ? std::vector<double>(static_cast<std::size_t>(header.volumes), value) : std::vector<double>();
    };
    a.manufacturer = json[QStringLiteral("Manufacturer")].toString();
    if (const double tr = number("RepetitionTime"); tr > 0) a.repetitionTimeMs = tr * 1000;
    a.flipAngleDeg = number("FlipAngle");
    header.fourth.echoTimesMs = each(number("EchoTime") * 1000);
    header.fourth.inversionTimesMs = each(number("InversionTime") * 1000);
    readDirection(json[QStringLiteral("PhaseEncodingDirection")].toString(), a.phaseEncodingAxis, a.phaseEncodingSign);
    if (int noSign = 0; a.phaseEncodingAxis < 0)
        readDirection(json[QStringLiteral("PhaseEncodingAxis")].toString(), a.phaseEncodingAxis, noSign);
    a.effectiveEchoSpacingS = number("EffectiveEchoSpacing");
    a.totalReadoutTimeS = number("TotalReadoutTime");
    if (const double estimated = number("EstimatedTotalReadoutTime"); estimated > 0 && a.totalReadoutTimeS == 0) {
        a.totalReadoutTimeS = estimated;
        a.effectiveEchoSpacingS = number("EstimatedEffectiveEchoSpacing");
        a.readoutEstimated = true;
    }
    const QJsonArray times = json[QStringLiteral("SliceTiming")].toArray();
    int sliceAxis = 2, sliceSign = 1;
    readDirection(json[QStringLiteral("SliceEncodingDirection")].toString(), sliceAxis, sliceSign);
    if (times.size() == header.size[2] && sliceAxis == 2) {
        for (const QJsonValue& time : times) a.sliceTimesS.push_back(time.toDouble());
        if (sliceSign < 0) std::reverse(a.sliceTimesS.begin(), a.sliceTimesS.end());
    }
    if (header.unit.isEmpty() && json[QStringLiteral("Units")].isString())
        header.unit = json[QStringLiteral("Units")].toString().left(32);
}

} // namespace

void readSidecars(const QString& niftiPath, Found& found) {
    const QString stem = niftiPath.chopped(niftiPath.endsWith(QStringLiteral(".gz"), Qt::CaseInsensitive) ? 7 : 4);
    const auto beside = [&](std::initializer_list<const char*> suffixes) {
        for (const char* suffix : suffixes)
            if (const QString path = stem + QLatin1String(suffix); QFileInfo(path).isFile()) return path;
        return QString();
    };
    const QString bval = beside({".bval", ".bvals"}), bvec = beside({".bvec", ".bvecs"}), json = beside({".json"});
    if (!json.isEmpty()) readJson(json, found.header);
    if (!bval.isEmpty()) readGradients(bval, bvec, found.header);
    for (const QString& path : {bval, bvec, json})
        if (!path.isEmpty()) found.files << path;
}

} // namespace neuraxis::io
