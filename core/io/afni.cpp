#include "core/io/afni.h"

#include "core/io/raw_voxels.h"
#include "core/model/stored_type.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace neuraxis::io {

namespace {

constexpr quint64 greatestHeader = 64U << 20;

struct TypeRow {
    int code;
    StoredType type;
};
constexpr TypeRow types[] = {
    {0, StoredType::UInt8}, {1, StoredType::Int16}, {3, StoredType::Float32}, {4, StoredType::Float64}};

struct Attributes {
    QMap<QByteArray, std::vector<double>> numbers;
    QMap<QByteArray, QByteArray> texts;
    [[nodiscard]] double number(const char* name, std::size_t i = 0) const {
        const auto all = numbers.value(name);
        return i < all.size() ? all[i] : 0;
    }
};

/// Blocks of "type = ...", "name = ...", "count = N" and N numbers, or an apostrophe and N characters.
/// Throws Error when the last one is not whole.
Attributes readAttributes(const QByteArray& bytes, const QString& path) {
    Attributes all;
    qsizetype at = 0;
    const auto line = [&] {
        const qsizetype end = bytes.indexOf('\n', at);
        const QByteArray text = bytes.mid(at, (end < 0 ? bytes.size() : end) - at);
        at = end < 0 ? bytes.size() : end + 1;
        return text;
    };
    const auto after = [](const QByteArray& text) { return text.mid(text.indexOf('=') + 1).trimmed(); };
    while (at < bytes.size()) {
        const QByteArray type = line();
        if (!type.startsWith("type")) continue;
        const QByteArray name = after(line());
        const qsizetype count = after(line()).toLongLong();
        if (count < 0 || count > bytes.size()) break;
        if (type.contains("string")) {
            const qsizetype quote = bytes.indexOf('\'', at);
            if (quote < 0) throwTruncated(path);
            QByteArray text = bytes.mid(quote + 1, count);
            if (text.size() < count) throwTruncated(path);
            at = std::min(bytes.size(), quote + 1 + count);
            if (text.endsWith('~')) text.chop(1);
            all.texts.insert(name, text);
            continue;
        }
        std::vector<double> numbers;
        while (static_cast<qsizetype>(numbers.size()) < count && at < bytes.size())
            for (const QByteArray& word : line().simplified().split(' ')) {
                bool isNumber = false;
                const double number = word.toDouble(&isNumber);
                if (isNumber && std::isfinite(number)) numbers.push_back(number);
            }
        if (static_cast<qsizetype>(numbers.size()) < count) throwTruncated(path);
        all.numbers.insert(name, numbers);
    }
    return all;
}

/// Turns each sub-brick's stored numbers into values of its own.
class BrickVoxels : public VoxelSource {
  public:
    std::shared_ptr<const VoxelSource> stored;
    StoredType type = StoredType::Int16;
    std::vector<double> factors;

    [[nodiscard]] std::shared_ptr<const std::byte> read(const VolumeHeader& header, Job& job) const override {
        VolumeHeader inFile = header;
        inFile.type = type;
        const auto from = stored->read(inFile, job);
        auto to = allocate(header.bytes(), header.name);
        const std::size_t perVolume = header.voxelsPerVolume();
        for (std::size_t v = 0; v < static_cast<std::size_t>(header.volumes); ++v)
            for (std::size_t i = v * perVolume; i < (v + 1) * perVolume; ++i) {
                const auto value = static_cast<float>(storedNumber(type, from.get(), i) * factors[v]);
                std::memcpy(to.get() + i * sizeof value, &value, sizeof value);
            }
        return to;
    }
};

/// AFNI's axes by number: from right to left, left to right, posterior, anterior, inferior, superior (in LPS steps).
constexpr WorldVector directions[] = {{1, 0, 0}, {-1, 0, 0}, {0, -1, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, -1}};

void placeInSpace(const Attributes& a, VolumeHeader& header) {
    auto m = a.numbers.value("IJK_TO_DICOM_REAL");
    if (m.size() < 12) m = a.numbers.value("IJK_TO_DICOM");
    if (m.size() >= 12) { // AFNI's frame is DICOM's
        Affine::Rows rows{};
        for (std::size_t r = 0; r < 3; ++r)
            for (std::size_t c = 0; c < 4; ++c) rows[r][c] = m[4 * r + c];
        rows[3] = {0, 0, 0, 1};
        header.voxelToLps = Affine(rows);
    } else {
        std::array<WorldVector, 3> steps;
        WorldPoint origin;
        for (std::size_t i = 0; i < 3; ++i) {
            const double code = a.number("ORIENT_SPECIFIC", i);
            const WorldVector d = directions[code >= 0 && code < 6 ? static_cast<int>(code) : static_cast<int>(2 * i)];
            // ORIGIN and DELTA are given along the patient's axes, in the order of the grid's.
            const WorldVector along{std::abs(d.x), std::abs(d.y), std::abs(d.z)};
            steps[i] = along * a.number("DELTA", i);
            origin = origin + along * a.number("ORIGIN", i);
        }
        header.voxelToLps = Affine(steps[0], steps[1], steps[2], origin);
    }
    mendAffine(header,
               {std::abs(a.number("DELTA", 0)), std::abs(a.number("DELTA", 1)), std::abs(a.number("DELTA", 2))});
}

} // namespace

bool isAfni(QByteArrayView firstBytes, const QString& name) {
    if (!name.endsWith(QStringLiteral(".head"))) return false;
    const QByteArray start = firstBytes.first(std::min<qsizetype>(firstBytes.size(), 4096)).toByteArray();
    return start.contains("-attribute") || start.contains("DATASET");
}

std::shared_ptr<const Part> inspectAfni(const FileHead& head) {
    const Attributes a = readAttributes(readWhole(head.path, head.gzipped, greatestHeader), head.path);
    const auto bricks = static_cast<qint64>(std::clamp(a.number("DATASET_RANK", 1), 0.0, 1e9));
    auto codes = a.numbers.value("BRICK_TYPES");
    if (bricks < 1 || a.numbers.value("DATASET_DIMENSIONS").size() < 3)
        throwBadHeader(head.path, QStringLiteral("DATASET_DIMENSIONS"));
    const int code = codes.empty() ? 1 : static_cast<int>(std::clamp(codes[0], -1.0, 100.0));
    const auto row = std::find_if(std::begin(types), std::end(types), [&](const TypeRow& t) { return t.code == code; });
    const bool mixed = std::any_of(codes.begin(), codes.end(), [&](double c) { return c != codes[0]; });
    if (row == std::end(types) || mixed)
        throw Error(QCoreApplication::translate(
                        "io", "%1 stores its voxels as numbers that Neuraxis cannot show. Convert it to real numbers.")
                        .arg(fileName(head.path)));
    const QString brik = companionFile(head.path, 5, {".brik", ".brik.gz"});
    if (brik.isEmpty())
        throw Error(QCoreApplication::translate(
                        "io", "%1 is a header without its voxels: %2 is not beside it. Copy both files.")
                        .arg(fileName(head.path), fileName(head.path.chopped(5) + QStringLiteral(".BRIK"))));

    auto part = std::make_shared<WholeVolume>();
    auto source = std::make_shared<RawVoxels>();
    VolumeHeader& header = part->found.header;
    header.format = QStringLiteral("AFNI");
    header.name = baseName(head.path);
    std::array<qint64, 3> size{};
    for (std::size_t i = 0; i < 3; ++i)
        size[i] = static_cast<qint64>(std::clamp(a.number("DATASET_DIMENSIONS", i), 0.0, 1e9));
    quint64 length = 0;
    if (!sizesAreSane(size, bricks, bytesPerVoxel(row->type), length))
        throwBadHeader(head.path,
                       QStringLiteral("%1 x %2 x %3 x %4").arg(size[0]).arg(size[1]).arg(size[2]).arg(bricks));
    for (std::size_t i = 0; i < 3; ++i) header.size[i] = static_cast<int>(size[i]);
    header.volumes = static_cast<int>(bricks);
    header.type = row->type;
    placeInSpace(a, header);
    const FileHead data = readHead(brik);
    source->path = data.path;
    source->bigEndian = a.texts.value("BYTEORDER_STRING").startsWith("MSB");
    checkHolds(data, length);

    // A factor of 0 means none.
    std::vector<double> factors = a.numbers.value("BRICK_FLOAT_FACS");
    factors.resize(static_cast<std::size_t>(bricks), 0);
    for (double& f : factors)
        if (f == 0) f = 1;
    if (std::all_of(factors.begin(), factors.end(), [&](double f) { return f == factors[0]; })) {
        header.slope = factors[0];
        part->found.source = source;
    } else {
        auto scaled = std::make_shared<BrickVoxels>();
        scaled->stored = source;
        scaled->type = row->type;
        scaled->factors = std::move(factors);
        header.type = StoredType::Float32;
        part->found.source = scaled;
    }
    if (bricks > 1 && a.numbers.contains("TAXIS_FLOATS")) {
        // Units: 77001 milliseconds, 77002 seconds
        const double toMs = a.number("TAXIS_NUMS", 2) == 77001 ? 1 : 1000;
        header.fourth.stepMs = std::max(0.0, a.number("TAXIS_FLOATS", 1)) * toMs;
    }
    part->found.files = {head.path, brik};
    return part;
}

} // namespace neuraxis::io
