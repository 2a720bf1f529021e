#include "core/io/nrrd.h"

#include "core/io/raw_voxels.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace neuraxis::io {

namespace {

struct TypeRow {
    const char* names; ///< As the format lists them
    StoredType type;
    RawVoxels::Turn turn = RawVoxels::Turn::AsIs;
};
constexpr TypeRow types[] = {
    {"|int8|signed char|int8_t|", StoredType::Int8},
    {"|uint8|unsigned char|uchar|uint8_t|", StoredType::UInt8},
    {"|int16|short|short int|signed short|signed short int|int16_t|", StoredType::Int16},
    {"|uint16|ushort|unsigned short|unsigned short int|uint16_t|", StoredType::UInt16},
    {"|int32|int|signed int|int32_t|", StoredType::Int32},
    {"|uint32|uint|unsigned int|uint32_t|", StoredType::UInt32},
    {"|float|", StoredType::Float32},
    {"|double|", StoredType::Float64},
    {"|int64|longlong|long long|long long int|signed long long|int64_t|", StoredType::Float64,
     RawVoxels::Turn::Int64ToFloat64},
    {"|uint64|ulonglong|unsigned long long|unsigned long long int|uint64_t|", StoredType::Float64,
     RawVoxels::Turn::UInt64ToFloat64},
};

const TypeRow* typeNamed(const QByteArray& name) {
    for (const TypeRow& row : types)
        if (QByteArrayView(row.names).contains('|' + name.simplified().toLower() + '|')) return &row;
    return nullptr;
}

/// "(1,0,0)" or "none".
std::optional<WorldVector> vectorOf(const QByteArray& text) {
    const QByteArray inside = text.trimmed();
    if (!inside.startsWith('(') || !inside.endsWith(')')) return {};
    const auto numbers = inside.mid(1, inside.size() - 2).split(',');
    bool ok[3]{};
    const WorldVector v{numbers.value(0).trimmed().toDouble(&ok[0]), numbers.value(1).trimmed().toDouble(&ok[1]),
                        numbers.value(2).trimmed().toDouble(&ok[2])};
    return ok[0] && ok[1] && ok[2] && numbers.size() == 3 ? std::optional(v) : std::nullopt;
}

/// "(1,0,0) (0,1,0) none" as its entries.
QList<QByteArray> entriesOf(QByteArray text) {
    text.replace(") ", ")\n").replace("none ", "none\n").replace(", ", ",");
    QList<QByteArray> entries;
    for (const QByteArray& entry : text.split('\n'))
        if (!entry.trimmed().isEmpty()) entries << entry.trimmed();
    return entries;
}

QList<QByteArray> wordsOf(const QByteArray& text) {
    return text.trimmed().isEmpty() ? QList<QByteArray>() : text.simplified().split(' ');
}

using Fields = QMap<QByteArray, QByteArray>;

/// The header's fields and the number of bytes it takes, its closing empty line included (0: it does not close).
qsizetype readFields(const QByteArray& bytes, Fields& fields) {
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', at);
        if (end < 0) break;
        const QByteArray line = bytes.mid(at, end - at).trimmed();
        at = end + 1;
        if (line.isEmpty()) return at;
        if (line.startsWith('#') || line.startsWith("NRRD")) continue;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) continue;
        // "name: value" is a field, "name:=value" a key of whoever wrote the file.
        const bool key = line.mid(colon, 2) == ":=";
        const QByteArray name = line.left(colon).toLower();
        if (!key || !fields.contains(name)) fields.insert(name, line.mid(colon + (key ? 2 : 1)).trimmed());
    }
    return bytes.size() < 32 * 1024 ? at : 0; // a detached header may end without an empty line
}

QByteArray field(const Fields& fields, const QByteArray& name, const char* otherName = nullptr) {
    const QByteArray value = fields.value(name);
    return value.isEmpty() && otherName ? fields.value(otherName) : value;
}

/// Which axes are space, and what the others are: one that runs fastest, or ones that run slowest.
struct Axes {
    QList<qint64> sizes;
    int firstSpatial = 0, spatial = 0;
    std::array<WorldVector, 3> steps{WorldVector{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    bool placed = false;
};

Axes axesOf(const Fields& fields, const QString& path) {
    Axes axes;
    for (const QByteArray& word : wordsOf(field(fields, "sizes"))) axes.sizes << word.toLongLong();
    const qsizetype dimension = field(fields, "dimension").toInt();
    if (dimension < 1 || dimension > 16 || axes.sizes.size() != dimension)
        throwBadHeader(path, QStringLiteral("dimension: %1").arg(QString::fromLatin1(field(fields, "dimension"))));

    QList<bool> isSpace;
    const QList<QByteArray> directions = entriesOf(field(fields, "space directions"));
    const QList<QByteArray> kinds = wordsOf(field(fields, "kinds")), spacings = wordsOf(field(fields, "spacings"));
    for (qsizetype i = 0; i < dimension; ++i) {
        if (directions.size() == dimension)
            isSpace << (directions[i] != "none");
        else if (kinds.size() == dimension)
            isSpace << (kinds[i] == "domain" || kinds[i] == "space" || kinds[i] == "???");
        else
            isSpace << (i < 3);
    }
    while (axes.firstSpatial < dimension && !isSpace[axes.firstSpatial]) ++axes.firstSpatial;
    while (axes.spatial < 3 && axes.firstSpatial + axes.spatial < dimension &&
           isSpace[axes.firstSpatial + axes.spatial]) {
        const auto i = axes.firstSpatial + axes.spatial;
        auto& step = axes.steps[static_cast<std::size_t>(axes.spatial)];
        if (directions.size() == dimension) {
            const auto direction = vectorOf(directions[i]);
            axes.placed = direction.has_value();
            if (direction) step = *direction;
        } else if (bool ok = false; spacings.size() == dimension)
            if (const double mm = spacings[i].toDouble(&ok); ok && std::isfinite(mm) && mm != 0) step = step * mm;
        ++axes.spatial;
    }
    if (axes.spatial == 0)
        throwBadHeader(path, QStringLiteral("kinds: %1").arg(QString::fromLatin1(field(fields, "kinds"))));
    return axes;
}

/// The sign that turns the file's x and y into LPS.
std::array<double, 2> turnToLps(const QByteArray& space, bool& known) {
    const QByteArray name = space.toLower();
    known = true;
    if (name == "right-anterior-superior" || name == "ras") return {-1, -1};
    if (name == "left-anterior-superior" || name == "las") return {1, -1};
    known = name == "left-posterior-superior" || name == "lps" || name == "scanner-xyz";
    return {1, 1};
}

void placeInSpace(VolumeHeader& header, const Fields& fields, Axes axes) {
    bool known = false;
    const auto turn = turnToLps(field(fields, "space"), known);
    const WorldVector from = vectorOf(field(fields, "space origin")).value_or(WorldVector());
    for (WorldVector& step : axes.steps) step = {step.x * turn[0], step.y * turn[1], step.z};
    const Affine affine(axes.steps[0], axes.steps[1], axes.steps[2], {from.x * turn[0], from.y * turn[1], from.z});
    const std::array<double, 3> spacing{length(axes.steps[0]), length(axes.steps[1]), length(axes.steps[2])};
    header.voxelToLps = axes.placed && known ? affine : Affine(Affine::Rows{});
    mendAffine(header, spacing);
}

/// Diffusion as NA-MIC's convention has it: the greatest b-value, and directions whose length is the root of their share
/// of it, in the measurement frame.
void readDiffusion(const Fields& fields, VolumeHeader& header) {
    if (field(fields, "modality") != "DWMRI") return;
    const double greatest = field(fields, "dwmri_b-value").toDouble();
    const QList<QByteArray> frame = entriesOf(field(fields, "measurement frame"));
    std::array<WorldVector, 3> axes{WorldVector{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (qsizetype i = 0; frame.size() == 3 && i < 3; ++i)
        axes[static_cast<std::size_t>(i)] = vectorOf(frame[i]).value_or(axes[static_cast<std::size_t>(i)]);
    bool known = false;
    const auto turn = turnToLps(field(fields, "space"), known);
    std::vector<double> bValues;
    std::vector<WorldVector> directions;
    for (int v = 0; v < header.volumes; ++v) {
        const QByteArray number = QByteArray::number(v).rightJustified(4, '0');
        QByteArray text = field(fields, "dwmri_gradient_" + number);
        WorldVector g;
        if (text.isEmpty()) { // a repetition of the one before
            const auto before = static_cast<std::size_t>(v - 1);
            if (v == 0 || before >= directions.size()) return;
            bValues.push_back(bValues[before]);
            directions.push_back(directions[before]);
            continue;
        }
        const auto parts = wordsOf(text);
        if (parts.size() < 3) return;
        g = axes[0] * parts[0].toDouble() + axes[1] * parts[1].toDouble() + axes[2] * parts[2].toDouble();
        const double share = dot(g, g);
        bValues.push_back(std::isfinite(share) ? greatest * share : 0);
        directions.push_back(unit(WorldVector{g.x * turn[0], g.y * turn[1], g.z}));
    }
    const double longest = *std::max_element(bValues.begin(), bValues.end());
    if (!(greatest > 0) || !(longest > 0)) return;
    for (double& b : bValues) b = std::round(b * greatest / longest * 1e3) / 1e3; // lengths are relative to the longest
    header.fourth.bValues = std::move(bValues);
    header.fourth.bVectors = std::move(directions);
}

QString detachedFile(const QString& headerPath, const QByteArray& name) {
    if (name.startsWith("LIST") || name.contains('%'))
        throw Error(
            QCoreApplication::translate(
                "io", "%1 spreads its voxels over several files; this version reads one. Save it as one .nrrd file.")
                .arg(fileName(headerPath)));
    const QString path = QFileInfo(headerPath).dir().filePath(QString::fromUtf8(name));
    if (!QFileInfo(path).isFile())
        throw Error(QCoreApplication::translate(
                        "io", "%1 is a header without its voxels: %2 is not beside it. Copy both files.")
                        .arg(fileName(headerPath), fileName(path)));
    return path;
}

} // namespace

bool isNrrd(QByteArrayView firstBytes, const QString& name) {
    return firstBytes.startsWith(QByteArrayView("NRRD", 4)) || name.endsWith(QStringLiteral(".nrrd")) ||
           name.endsWith(QStringLiteral(".nhdr"));
}

std::shared_ptr<const Part> inspectNrrd(const FileHead& head) {
    if (!head.bytes.startsWith("NRRD"))
        throw Error(
            QCoreApplication::translate("io", "%1 is named like an NRRD image but is none. Check where it comes from.")
                .arg(fileName(head.path)));
    Fields fields;
    const qsizetype headerBytes = readFields(head.bytes, fields);
    if (headerBytes == 0) throwBadHeader(head.path, QStringLiteral("no end"));
    const TypeRow* row = typeNamed(field(fields, "type"));
    if (!row) throwBadHeader(head.path, QStringLiteral("type: %1").arg(QString::fromLatin1(field(fields, "type"))));
    const QByteArray encoding = field(fields, "encoding").toLower();
    const bool gzip = encoding == "gzip" || encoding == "gz";
    if (!gzip && encoding != "raw")
        throw Error(
            QCoreApplication::translate(
                "io",
                "%1 stores its voxels as \"%2\", which Neuraxis does not read. Save it with raw or gzip encoding.")
                .arg(fileName(head.path), QString::fromLatin1(encoding)));

    const Axes axes = axesOf(fields, head.path);
    auto part = std::make_shared<WholeVolume>();
    VolumeHeader& header = part->found.header;
    auto source = std::make_shared<RawVoxels>();
    header.format = QStringLiteral("NRRD");
    header.name = baseName(head.path);
    header.type = row->type;
    std::array<qint64, 3> size{1, 1, 1};
    qint64 fastest = 1, slowest = 1;
    for (int i = 0; i < axes.sizes.size(); ++i) {
        const qint64 n = axes.sizes[i];
        const bool before = i < axes.firstSpatial, after = i >= axes.firstSpatial + axes.spatial;
        if (n < 1 || n > 2147483647LL || (before ? fastest : after ? slowest : 1) > 2147483647LL / n)
            throwBadHeader(head.path, QStringLiteral("sizes: %1").arg(QString::fromLatin1(field(fields, "sizes"))));
        if (before)
            fastest *= n;
        else if (after)
            slowest *= n;
        else
            size[static_cast<std::size_t>(i - axes.firstSpatial)] = n;
    }
    source->turn = row->turn;
    const bool colour =
        row->type == StoredType::UInt8 && (fastest == 3 || fastest == 4) && field(fields, "kinds").contains("olor");
    if (colour) {
        header.type = StoredType::Rgb24;
        source->turn = fastest == 4 ? RawVoxels::Turn::RgbaToRgb : RawVoxels::Turn::AsIs;
        fastest = 1;
    }
    if (fastest > 1 && slowest > 1)
        throwBadHeader(head.path, QStringLiteral("kinds: %1").arg(QString::fromLatin1(field(fields, "kinds"))));
    quint64 bytes = 0;
    if (!sizesAreSane(size, fastest * slowest, bytesInFile(header.type, source->turn), bytes))
        throwBadHeader(head.path, QStringLiteral("sizes: %1").arg(QString::fromLatin1(field(fields, "sizes"))));
    for (std::size_t i = 0; i < 3; ++i) header.size[i] = static_cast<int>(size[i]);
    header.volumes = static_cast<int>(fastest * slowest);
    source->componentsFirst = static_cast<int>(fastest);
    placeInSpace(header, fields, axes);
    readDiffusion(fields, header);

    part->found.files = {head.path};
    const QByteArray dataName = field(fields, "data file", "datafile");
    FileHead data = head;
    qint64 offset = headerBytes;
    if (!dataName.isEmpty()) {
        data = readHead(detachedFile(head.path, dataName));
        part->found.files << data.path;
        offset = 0;
    }
    const qint64 byteSkip = field(fields, "byte skip", "byteskip").toLongLong();
    if (field(fields, "line skip", "lineskip").toLongLong() != 0 || byteSkip < -1 || byteSkip > data.size)
        throwBadHeader(head.path, QStringLiteral("skip"));
    if (byteSkip == -1 && !gzip) offset = data.size - static_cast<qint64>(bytes);
    // The voxels' own share of the file, as if it were a file by itself.
    data.gzipped = gzip;
    if (!gzip) data.size = std::max<qint64>(0, data.size - std::max<qint64>(offset, 0) - std::max<qint64>(byteSkip, 0));
    if (offset < 0) throwTruncated(head.path);
    checkHolds(data, bytes);
    source->path = data.path;
    source->fileOffset = offset;
    source->skip = static_cast<std::size_t>(std::max<qint64>(byteSkip, 0));
    source->bigEndian = field(fields, "endian").toLower() == "big" && bytesPerVoxel(header.type) > 1;
    part->found.source = source;
    return part;
}

} // namespace neuraxis::io
