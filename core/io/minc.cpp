#include "core/io/minc.h"

#include "core/io/hdf5_file.h"
#include "core/io/netcdf_file.h"
#include "core/io/raw_voxels.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace neuraxis::io {

namespace {

constexpr std::size_t mostScales = 1U << 22;

/// Where the two versions keep their arrays.
struct Version {
    const char *format, *magic, *image, *imageMin, *imageMax, *dimensions, *acquisition;
    std::unique_ptr<ArrayFile> (*open)(const FileHead& head);
};
template <class File> std::unique_ptr<ArrayFile> openAs(const FileHead& head) { return std::make_unique<File>(head); }
constexpr Version versions[] = {
    {"MINC-1", "CDF", "image", "image-min", "image-max", "", "acquisition", openAs<NetcdfFile>},
    {"MINC-2", "\x89HDF\r\n\x1a\n", "minc-2.0/image/0/image", "minc-2.0/image/0/image-min",
     "minc-2.0/image/0/image-max", "minc-2.0/dimensions/", "minc-2.0/info/acquisition", openAs<Hdf5File>},
};

const Version* versionOf(QByteArrayView bytes) {
    for (const Version& v : versions)
        if (bytes.startsWith(QByteArrayView(v.magic, static_cast<qsizetype>(std::strlen(v.magic))))) return &v;
    return nullptr;
}

struct SpaceRow {
    const char* name;
    WorldVector direction; ///< RAS, where the file gives no direction cosines
};
constexpr SpaceRow spaces[] = {{"xspace", {1, 0, 0}}, {"yspace", {0, 1, 0}}, {"zspace", {0, 0, 1}}};

const SpaceRow* spaceNamed(const QByteArray& name) {
    for (const SpaceRow& row : spaces)
        if (name == row.name) return &row;
    return nullptr;
}

std::vector<QByteArray> dimensionsOf(const ArrayVariable& v) {
    if (!v.dimensions.empty()) return v.dimensions;
    std::vector<QByteArray> names;
    for (const QByteArray& name : v.text("dimorder").split(','))
        if (!name.trimmed().isEmpty()) names.push_back(name.trimmed());
    return names;
}

/// The stored numbers that stand for the least and the greatest real value.
std::array<double, 2> validRange(const ArrayVariable& image) {
    const auto both = image.numbers("valid_range");
    if (both.size() == 2) return {std::min(both[0], both[1]), std::max(both[0], both[1])};
    const double bits = 8.0 * static_cast<double>(image.bytes);
    const bool isSigned = image.kind == ArrayVariable::Kind::Signed;
    std::array<double, 2> range{isSigned ? -std::exp2(bits - 1) : 0, std::exp2(isSigned ? bits - 1 : bits) - 1};
    if (const auto least = image.numbers("valid_min"); least.size() == 1) range[0] = least[0];
    if (const auto greatest = image.numbers("valid_max"); greatest.size() == 1) range[1] = greatest[0];
    return range;
}

/// How one file's voxels become a volume's.
struct Plan {
    std::vector<quint64> shape;             ///< Of the image, slowest first
    std::array<int, 3> spatial{-1, -1, -1}; ///< Dimension of the file for the grid's i, j, k; -1: of length 1
    std::vector<int> others;                ///< Dimensions that make up the fourth, slowest first
    bool colour = false;                    ///< The fastest dimension is red, green, blue
    bool scaledToFloat = false;
    std::array<double, 2> valid{};          ///< Stored numbers beyond it are brought to its ends; none: both 0
    std::vector<double> slopes, intercepts; ///< One for each step of the first dimensions
};

class MincVoxels : public VoxelSource {
  public:
    FileHead head;
    const Version* version = nullptr;
    Plan plan;

    [[nodiscard]] std::shared_ptr<const std::byte> read(const VolumeHeader& header, Job& job) const override;
};

template <class T> void clampTo(std::byte* to, std::size_t count, const std::array<double, 2>& valid) {
    const auto end = [](double number) {
        return static_cast<T>(std::clamp(number, static_cast<double>(std::numeric_limits<T>::lowest()),
                                         static_cast<double>(std::numeric_limits<T>::max())));
    };
    const T least = end(valid[0]), greatest = end(valid[1]);
    auto* voxels = reinterpret_cast<T*>(to);
    for (std::size_t i = 0; i < count; ++i) voxels[i] = std::clamp(voxels[i], least, greatest);
}

void clampStored(StoredType type, std::byte* to, std::size_t count, const std::array<double, 2>& valid) {
    switch (type) {
    case StoredType::Int8: return clampTo<std::int8_t>(to, count, valid);
    case StoredType::UInt8: return clampTo<std::uint8_t>(to, count, valid);
    case StoredType::Int16: return clampTo<std::int16_t>(to, count, valid);
    case StoredType::UInt16: return clampTo<std::uint16_t>(to, count, valid);
    case StoredType::Int32: return clampTo<std::int32_t>(to, count, valid);
    case StoredType::UInt32: return clampTo<std::uint32_t>(to, count, valid);
    default: return;
    }
}

std::shared_ptr<const std::byte> MincVoxels::read(const VolumeHeader& header, Job& job) const {
    const auto file = version->open(head);
    const ArrayVariable* image = file->variable(version->image);
    if (!image || image->shape != plan.shape) throwBadHeader(head.path, QStringLiteral("image"));
    job.expect(header.volumes + 1);
    std::size_t bytes = 0;
    const auto stored = file->read(version->image, bytes);
    job.advance();

    std::vector<std::size_t> strides(plan.shape.size(), 1);
    for (std::size_t d = plan.shape.size(); d-- > 1;)
        strides[d - 1] = strides[d] * static_cast<std::size_t>(plan.shape[d]);
    // Steps of the first dimensions have a scaling each: this many elements go with one.
    const std::size_t perScale =
        std::max<std::size_t>(1, bytes / image->bytes / std::max<std::size_t>(1, plan.slopes.size()));
    auto voxels = allocate(header.bytes(), header.name);
    const std::size_t width = bytesPerVoxel(header.type);
    std::byte* to = voxels.get();
    const auto strideOf = [&](int axis) {
        const int d = plan.spatial[static_cast<std::size_t>(axis)];
        return d < 0 ? 0 : strides[static_cast<std::size_t>(d)];
    };
    for (int v = 0; v < header.volumes; ++v) {
        job.throwIfCancelled();
        std::size_t start = 0, rest = static_cast<std::size_t>(v);
        for (std::size_t o = plan.others.size(); o-- > 0;) {
            const auto d = static_cast<std::size_t>(plan.others[o]);
            start += strides[d] * (rest % static_cast<std::size_t>(plan.shape[d]));
            rest /= static_cast<std::size_t>(plan.shape[d]);
        }
        for (int k = 0; k < header.size[2]; ++k)
            for (int j = 0; j < header.size[1]; ++j) {
                std::size_t from =
                    start + strideOf(2) * static_cast<std::size_t>(k) + strideOf(1) * static_cast<std::size_t>(j);
                for (int i = 0; i < header.size[0]; ++i, from += strideOf(0), to += width) {
                    if (plan.scaledToFloat) {
                        double number = arrayNumber(*image, stored.get(), from);
                        if (image->kind != ArrayVariable::Kind::Float)
                            number = std::clamp(number, plan.valid[0], plan.valid[1]);
                        if (!plan.slopes.empty()) {
                            const std::size_t scale = std::min(from / perScale, plan.slopes.size() - 1);
                            number = number * plan.slopes[scale] + plan.intercepts[scale];
                        }
                        const auto value = static_cast<float>(number);
                        std::memcpy(to, &value, sizeof value);
                    } else if (image->bigEndian && image->bytes > 1)
                        std::reverse_copy(stored.get() + from * image->bytes, stored.get() + (from + 1) * image->bytes,
                                          to);
                    else
                        std::memcpy(to, stored.get() + from * image->bytes, width);
                }
            }
        job.advance();
    }
    if (!plan.scaledToFloat && !plan.colour && plan.valid[0] < plan.valid[1])
        clampStored(header.type, voxels.get(), header.bytes() / width, plan.valid);
    return voxels;
}

/// Real = (stored - valid least) / (valid greatest - valid least) * (image-max - image-min) + image-min, image-min and
/// image-max given once or for each step of the first dimensions.
void readScales(ArrayFile& file, const Version& version, const ArrayVariable& image, VolumeHeader& header, Plan& plan) {
    if (plan.colour) return;
    if (image.kind != ArrayVariable::Kind::Float) plan.valid = validRange(image);
    const ArrayVariable *least = file.variable(version.imageMin), *greatest = file.variable(version.imageMax);
    if (!least || !greatest || image.kind == ArrayVariable::Kind::Float || !(plan.valid[0] < plan.valid[1])) return;
    const auto minima = file.numbers(version.imageMin, mostScales), maxima = file.numbers(version.imageMax, mostScales);
    std::size_t steps = 1;
    for (std::size_t d = 0; d < least->shape.size() && d < image.shape.size(); ++d)
        steps *= static_cast<std::size_t>(image.shape[d]);
    if (minima.empty() || minima.size() != maxima.size() || minima.size() != steps)
        throwBadHeader(QString(), QStringLiteral("image-min"));
    bool vary = false;
    for (std::size_t i = 0; i < minima.size(); ++i) {
        const double slope = (maxima[i] - minima[i]) / (plan.valid[1] - plan.valid[0]);
        plan.slopes.push_back(slope);
        plan.intercepts.push_back(minima[i] - slope * plan.valid[0]);
        vary = vary || slope != plan.slopes[0] || plan.intercepts[i] != plan.intercepts[0];
    }
    if (vary)
        plan.scaledToFloat = true;
    else if (plan.slopes[0] != 0 && std::isfinite(plan.slopes[0]) && std::isfinite(plan.intercepts[0])) {
        header.slope = plan.slopes[0];
        header.intercept = plan.intercepts[0];
    }
}

/// The places of the voxels along one dimension: a start and an even step. Uneven ones are told.
void readAxis(ArrayFile& file, const Version& version, const SpaceRow& row, quint64 count, VolumeHeader& header,
              WorldVector& step, WorldVector& start) {
    const QByteArray name = QByteArray(version.dimensions) + row.name;
    const ArrayVariable* v = file.variable(name);
    WorldVector direction = row.direction;
    double stepMm = 1, startMm = 0;
    if (v) {
        const auto cosines = v->numbers("direction_cosines");
        if (cosines.size() == 3 && std::isfinite(cosines[0] + cosines[1] + cosines[2]) &&
            length(WorldVector{cosines[0], cosines[1], cosines[2]}) > 0)
            direction = {cosines[0], cosines[1], cosines[2]};
        if (const auto s = v->numbers("step"); s.size() == 1 && std::isfinite(s[0]) && s[0] != 0) stepMm = s[0];
        if (const auto s = v->numbers("start"); s.size() == 1 && std::isfinite(s[0])) startMm = s[0];
        if (v->text("spacing").startsWith("irregular") && count > 1) {
            const auto places = file.numbers(name, mostScales);
            if (places.size() == count && places.back() != places.front()) {
                startMm = places.front();
                stepMm = (places.back() - places.front()) / static_cast<double>(count - 1);
                double worst = 0, least = std::abs(stepMm), greatest = least;
                for (std::size_t i = 1; i < places.size(); ++i) {
                    worst = std::max(worst, std::abs(places[i] - startMm - stepMm * static_cast<double>(i)));
                    least = std::min(least, std::abs(places[i] - places[i - 1]));
                    greatest = std::max(greatest, std::abs(places[i] - places[i - 1]));
                }
                const auto mm = [](double value) { return QString::number(value, 'f', 2); };
                if (worst > 0.01 * std::abs(stepMm))
                    header.findings.push_back(
                        {Finding::Severity::Warning, QStringLiteral("uneven-spacing"),
                         QCoreApplication::translate("io", "Slices are not evenly spaced (%1 to %2 mm apart): "
                                                           "positions are off by up to %3 mm.")
                             .arg(mm(least), mm(greatest), mm(worst))});
            }
        }
    }
    step = direction * stepMm;
    start = direction * startMm;
}

StoredType storedTypeOf(const ArrayVariable& image, Plan& plan, const QString& path) {
    using Kind = ArrayVariable::Kind;
    struct Row {
        Kind kind;
        std::size_t bytes;
        StoredType type;
    };
    constexpr Row rows[] = {{Kind::Signed, 1, StoredType::Int8},   {Kind::Unsigned, 1, StoredType::UInt8},
                            {Kind::Signed, 2, StoredType::Int16},  {Kind::Unsigned, 2, StoredType::UInt16},
                            {Kind::Signed, 4, StoredType::Int32},  {Kind::Unsigned, 4, StoredType::UInt32},
                            {Kind::Float, 4, StoredType::Float32}, {Kind::Float, 8, StoredType::Float64}};
    for (const Row& row : rows)
        if (row.kind == image.kind && row.bytes == image.bytes) return row.type;
    if (image.kind == Kind::Other)
        throw Error(QCoreApplication::translate(
                        "io", "%1 stores its voxels as numbers that Neuraxis cannot show. Convert it to real numbers.")
                        .arg(fileName(path)));
    plan.scaledToFloat = true; // 64 bits
    return StoredType::Float32;
}

} // namespace

bool isMinc(QByteArrayView firstBytes, const QString& name) {
    const bool named = name.endsWith(QStringLiteral(".mnc")) || name.endsWith(QStringLiteral(".mnc.gz"));
    return named || firstBytes.startsWith("CDF\1") || firstBytes.startsWith("CDF\2");
}

std::shared_ptr<const Part> inspectMinc(const FileHead& head) {
    const Version* version = versionOf(head.bytes);
    if (!version)
        throw Error(
            QCoreApplication::translate("io", "%1 is named like a MINC image but is none. Check where it comes from.")
                .arg(fileName(head.path)));
    const auto file = version->open(head);
    const ArrayVariable* image = file->variable(version->image);
    if (!image || image->shape.empty())
        throw Error(QCoreApplication::translate("io", "%1 holds numbers but no MINC image.").arg(fileName(head.path)));

    auto part = std::make_shared<WholeVolume>();
    auto source = std::make_shared<MincVoxels>();
    VolumeHeader& header = part->found.header;
    Plan& plan = source->plan;
    header.format = QLatin1String(version->format);
    header.name = baseName(head.path);
    plan.shape = image->shape;
    header.type = storedTypeOf(*image, plan, head.path);
    const std::vector<QByteArray> names = dimensionsOf(*image);
    if (names.size() != image->shape.size()) throwBadHeader(head.path, QStringLiteral("dimorder"));
    plan.colour = names.back() == "vector_dimension" && image->shape.back() == 3 && image->bytes == 1 &&
                  image->kind == ArrayVariable::Kind::Unsigned;

    std::array<WorldVector, 3> steps{WorldVector{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    WorldPoint origin;
    quint64 volumes = 1;
    std::size_t axis = 0;
    int timeDimension = -1;
    std::vector<const SpaceRow*> missing;
    for (const SpaceRow& row : spaces)
        if (std::find(names.begin(), names.end(), row.name) == names.end()) missing.push_back(&row);
    for (std::size_t d = names.size(); d-- > 0;) {
        const SpaceRow* row = spaceNamed(names[d]);
        if (row && axis < 3) {
            if (image->shape[d] < 1 || image->shape[d] > static_cast<quint64>(std::numeric_limits<int>::max()))
                throwBadHeader(head.path, QString::fromLatin1(names[d]));
            WorldVector start;
            readAxis(*file, *version, *row, image->shape[d], header, steps[axis], start);
            origin = origin + start;
            header.size[axis] = static_cast<int>(image->shape[d]);
            plan.spatial[axis++] = static_cast<int>(d);
        } else if (!(plan.colour && d + 1 == names.size())) {
            if (names[d] == "time") timeDimension = static_cast<int>(d);
            plan.others.insert(plan.others.begin(), static_cast<int>(d));
            const quint64 n = image->shape[d];
            if (n < 1 || volumes > static_cast<quint64>(std::numeric_limits<int>::max()) / n)
                throwBadHeader(head.path, QString::fromLatin1(names[d]));
            volumes *= n;
        }
    }
    // A dimension the image lacks still tells where the slice lies.
    for (const SpaceRow* row : missing) {
        if (axis >= 3) break;
        WorldVector start;
        readAxis(*file, *version, *row, 1, header, steps[axis++], start);
        origin = origin + start;
    }
    header.volumes = static_cast<int>(volumes);
    Affine::Rows ras{};
    for (std::size_t c = 0; c < 3; ++c) {
        ras[0][c] = steps[c].x;
        ras[1][c] = steps[c].y;
        ras[2][c] = steps[c].z;
    }
    ras[0][3] = origin.x;
    ras[1][3] = origin.y;
    ras[2][3] = origin.z;
    ras[3] = {0, 0, 0, 1};
    header.voxelToLps = Affine::fromRas(ras);
    mendAffine(header, {length(steps[0]), length(steps[1]), length(steps[2])});

    if (plan.colour) header.type = StoredType::Rgb24;
    try {
        readScales(*file, *version, *image, header, plan);
    } catch (const Error&) {
        throwBadHeader(head.path, QStringLiteral("image-min, image-max"));
    }
    if (plan.scaledToFloat) header.type = StoredType::Float32;
    if (timeDimension >= 0) {
        const QByteArray name = QByteArray(version->dimensions) + "time";
        const auto places = file->numbers(name, mostScales);
        const ArrayVariable* time = file->variable(name);
        const double toMs = time && time->text("units").startsWith("ms") ? 1 : 1000; // seconds where nothing is said
        if (const auto step = time ? time->numbers("step") : std::vector<double>();
            step.size() == 1 && step[0] > 0 && std::isfinite(step[0]))
            header.fourth.stepMs = step[0] * toMs;
        if (places.size() == volumes && places.back() > places.front())
            for (const double place : places) header.fourth.timesMs.push_back((place - places.front()) * toMs);
    }
    if (const ArrayVariable* acquisition = file->variable(version->acquisition)) {
        const auto inMs = [&](const char* name) {
            const auto seconds = acquisition->numbers(name);
            return seconds.size() == 1 && std::isfinite(seconds[0]) && seconds[0] > 0 ? seconds[0] * 1000 : 0;
        };
        header.acquisition.repetitionTimeMs = inMs("repetition_time");
        if (const double te = inMs("echo_time"); te > 0)
            header.fourth.echoTimesMs.assign(static_cast<std::size_t>(std::min(header.volumes, 1 << 20)), te);
        if (header.fourth.echoTimesMs.size() != volumes) header.fourth.echoTimesMs.clear();
    }

    quint64 bytes = 0;
    const std::array<qint64, 3> size{header.size[0], header.size[1], header.size[2]};
    if (!sizesAreSane(size, header.volumes, bytesPerVoxel(header.type), bytes))
        throwBadHeader(head.path, QStringLiteral("dimensions"));
    // Whether the file can hold what it promises: as it is when plain, by deflate's greatest ratio when packed.
    if (bytes / bytesPerVoxel(header.type) > greatestDeflateRatio * static_cast<quint64>(head.size))
        throwTruncated(head.path);
    source->head = head;
    source->head.bytes.clear();
    source->version = version;
    part->found.files = {head.path};
    part->found.source = source;
    return part;
}

} // namespace neuraxis::io
