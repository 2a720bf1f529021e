#include "core/io/byte_order.h"
#include "core/io/gifti.h"
#include "core/io/raw_voxels.h"
#include "core/io/text_numbers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <cmath>
#include <limits>
#include <zlib.h>

namespace neuraxis::io {

namespace {

std::size_t elementsOf(const GiftiArray& array) {
    return static_cast<std::size_t>(array.rows()) * static_cast<std::size_t>(array.columns());
}

/// Six bits for each letter of base64; 64 for letters that are none.
constexpr std::array<std::uint8_t, 256> base64Values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(64);
    for (int i = 0; i < 26; ++i) {
        values[static_cast<std::size_t>('A' + i)] = static_cast<std::uint8_t>(i);
        values[static_cast<std::size_t>('a' + i)] = static_cast<std::uint8_t>(26 + i);
    }
    for (int i = 0; i < 10; ++i) values[static_cast<std::size_t>('0' + i)] = static_cast<std::uint8_t>(52 + i);
    values['+'] = 62;
    values['/'] = 63;
    return values;
}();

QByteArray fromBase64(QByteArrayView text) {
    QByteArray bytes(text.size() / 4 * 3 + 3, Qt::Uninitialized);
    char* to = bytes.data();
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::uint8_t six = base64Values[static_cast<unsigned char>(c)];
        if (six == 64) {
            if (c == '=') break;
            continue; // blanks and line ends
        }
        bits = bits << 6 | six;
        if (++count < 4) continue;
        *to++ = static_cast<char>(bits >> 16);
        *to++ = static_cast<char>(bits >> 8);
        *to++ = static_cast<char>(bits);
        count = 0;
        bits = 0;
    }
    if (count >= 2) *to++ = static_cast<char>(bits >> (6 * count - 8));
    if (count == 3) *to++ = static_cast<char>(bits >> 2);
    bytes.truncate(to - bytes.constData());
    return bytes;
}

QByteArray unpacked(const QByteArray& packed, std::size_t needed, const QString& path) {
    QByteArray bytes(static_cast<qsizetype>(needed), Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 32) != Z_OK) throw std::bad_alloc();
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    int result = Z_OK;
    std::size_t left = needed;
    while (left > 0 && result == Z_OK) {
        // zlib counts in 32 bits
        const auto room = static_cast<uInt>(std::min<std::size_t>(left, 1U << 30));
        stream.avail_out = room;
        result = inflate(&stream, Z_NO_FLUSH);
        left -= room - stream.avail_out;
    }
    inflateEnd(&stream);
    if (left > 0 || result == Z_DATA_ERROR) throwTruncated(path);
    return bytes;
}

QByteArray external(const GiftiFile& file, const GiftiArray& array, std::size_t needed) {
    const QString path = giftiExternalFile(file, array), name = fileName(path);
    if (path.isEmpty() || !QFileInfo(path).isFile())
        throw Error(
            QCoreApplication::translate("io", "%1 keeps its numbers in %2, which is not beside it. Copy both files.")
                .arg(fileName(file.path), name));
    QFile data(path);
    if (!data.open(QFile::ReadOnly)) throwUnreadable(path, data.errorString());
    if (array.externalOffset < 0 || array.externalOffset > data.size() ||
        static_cast<quint64>(data.size() - array.externalOffset) < needed || !data.seek(array.externalOffset))
        throwTruncated(path);
    return data.read(static_cast<qint64>(needed));
}

/// An element at `at`, in the machine's byte order.
double numberAt(const char* at, int type) {
    const auto as = [&]<class T>(T) {
        T number;
        std::memcpy(&number, at, sizeof number);
        return static_cast<double>(number);
    };
    switch (type) {
    case 2: return as(std::uint8_t());
    case 4: return as(std::int16_t());
    case 8: return as(std::int32_t());
    case 16: return as(float());
    case 64: return as(double());
    case 256: return as(std::int8_t());
    case 512: return as(std::uint16_t());
    case 768: return as(std::uint32_t());
    case 1024: return as(std::int64_t());
    default: return as(std::uint64_t());
    }
}

/// The bytes of a binary array's elements, in the machine's byte order.
QByteArray binary(const GiftiFile& file, const GiftiArray& array) {
    const std::size_t width = giftiWidth(array.type), needed = elementsOf(array) * width;
    QByteArray bytes;
    if (array.encoding == QStringLiteral("Base64Binary"))
        bytes = fromBase64(array.text);
    else if (array.encoding == QStringLiteral("GZipBase64Binary"))
        bytes = unpacked(fromBase64(array.text), needed, file.path);
    else
        bytes = external(file, array, needed);
    if (static_cast<std::size_t>(bytes.size()) < needed) throwTruncated(file.path);
    if (array.bigEndian) swapBytes(reinterpret_cast<std::byte*>(bytes.data()), needed, width);
    return bytes;
}

/// All elements as T, row after row.
template <class T> std::vector<T> elements(const GiftiFile& file, const GiftiArray& array) {
    const std::size_t count = elementsOf(array), width = giftiWidth(array.type);
    const bool isText = array.encoding == QStringLiteral("ASCII");
    // Before memory for the numbers is asked for: what is there may be too short
    const QByteArray bytes = isText ? QByteArray() : binary(file, array);
    std::vector<T> all(count);
    const auto store = [&](std::size_t i, double number) {
        if constexpr (std::is_integral_v<T>) {
            // Not a number and what is beyond the type is no index of anything
            const bool fits = number >= std::numeric_limits<T>::min() && number <= std::numeric_limits<T>::max();
            all[i] = fits ? static_cast<T>(number) : std::numeric_limits<T>::max();
        } else
            all[i] = static_cast<T>(number);
    };
    if (isText) {
        TextNumbers numbers(array.text);
        for (std::size_t i = 0; i < count; ++i) {
            const auto number = numbers.next();
            if (!number) throwTruncated(file.path);
            store(i, *number);
        }
    } else {
        const bool same =
            (std::is_same_v<T, float> && array.type == 16) || (std::is_same_v<T, qint32> && array.type == 8);
        if (same)
            std::memcpy(all.data(), bytes.constData(), count * width);
        else
            for (std::size_t i = 0; i < count; ++i) store(i, numberAt(bytes.constData() + i * width, array.type));
    }
    if (!array.rowMajor && array.columns() > 1) {
        const std::vector<T> columns = all;
        const auto rows = static_cast<std::size_t>(array.rows()), wide = static_cast<std::size_t>(array.columns());
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < wide; ++c) all[r * wide + c] = columns[c * rows + r];
    }
    return all;
}

/// The volume that FreeSurfer made the surface of, as it writes it beside the points.
std::optional<SurfaceGrid> gridOf(const QMap<QString, QString>& meta) {
    bool whole = true;
    const auto number = [&](const char* key) {
        bool isNumber = false;
        const double n = meta.value(QLatin1String(key)).toDouble(&isNumber);
        whole = whole && isNumber && std::abs(n) < 1e6;
        return n;
    };
    const std::array<int, 3> size{int(number("VolGeomWidth")), int(number("VolGeomHeight")),
                                  int(number("VolGeomDepth"))};
    const RasWords words{{number("VolGeomXsize"), number("VolGeomYsize"), number("VolGeomZsize")},
                         {number("VolGeomX_R"), number("VolGeomX_A"), number("VolGeomX_S"), number("VolGeomY_R"),
                          number("VolGeomY_A"), number("VolGeomY_S"), number("VolGeomZ_R"), number("VolGeomZ_A"),
                          number("VolGeomZ_S")},
                         {number("VolGeomC_R"), number("VolGeomC_A"), number("VolGeomC_S")}};
    // fMRIPrep moves the points and leaves a centre of zero as the mark of it
    if (!whole || words.centre == std::array<double, 3>{0, 0, 0}) return {};
    auto grid = gridFromRas(size, words);
    if (grid) grid->file = meta.value(QStringLiteral("VolGeomFname"));
    return grid;
}

} // namespace

SurfaceData giftiSurface(const GiftiFile& file) {
    const GiftiArray *points = file.array("POINTSET"), *triangles = file.array("TRIANGLE");
    if (!points || points->columns() != 3)
        throw Error(QCoreApplication::translate("io", "%1 holds no surface.").arg(fileName(file.path)));
    SurfaceData surface;
    const std::vector<float> numbers = elements<float>(file, *points);
    surface.points.resize(numbers.size() / 3);
    std::memcpy(static_cast<void*>(surface.points.data()), numbers.data(), numbers.size() * sizeof(float));
    if (triangles) {
        if (triangles->columns() != 3) throwBadHeader(file.path, QStringLiteral("Dim1 %1").arg(triangles->columns()));
        const std::vector<qint32> indices = elements<qint32>(file, *triangles);
        surface.triangles.resize(indices.size() / 3);
        std::memcpy(surface.triangles.data(), indices.data(), indices.size() * sizeof(qint32));
    }
    surface.grid = gridOf(points->meta);
    // Without FreeSurfer's words the coordinates are the scanner's, or those of a template
    surface.inScanner = !surface.grid || points->dataSpace == QStringLiteral("NIFTI_XFORM_SCANNER_ANAT");
    checkSurface(surface, file.path);
    return surface;
}

Frames giftiFrames(const GiftiFile& file, const GiftiArray& array) {
    std::vector<float> all = elements<float>(file, array);
    const auto rows = static_cast<std::size_t>(array.rows()), wide = static_cast<std::size_t>(array.columns());
    if (wide == 1) return {std::move(all)};
    Frames frames(wide, std::vector<float>(rows));
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < wide; ++c) frames[c][r] = all[r * wide + c];
    return frames;
}

RegionData giftiRegions(const GiftiFile& file, const GiftiArray& array) {
    RegionData data;
    // What lies in no region has a key too, by custom without a name
    std::optional<qint32> none;
    for (const auto& label : file.labels) {
        if (label.name.isEmpty() || label.name == QStringLiteral("???"))
            none = label.id;
        else
            data.regions.push_back(label);
    }
    QHash<qint32, std::int32_t> regionOf;
    for (std::size_t i = 0; i < data.regions.size(); ++i) {
        const auto& label = data.regions[i];
        if (!regionOf.contains(label.id)) regionOf[label.id] = static_cast<std::int32_t>(i);
    }
    const std::vector<qint32> keys = elements<qint32>(file, array);
    const auto wide = static_cast<std::size_t>(array.columns());
    data.regionOf.resize(static_cast<std::size_t>(array.rows()));
    for (std::size_t v = 0; v < data.regionOf.size(); ++v) {
        const qint32 key = keys[v * wide];
        data.regionOf[v] = regionOf.value(key, -1);
        if (data.regionOf[v] < 0 && key != 0 && key != none) ++data.unknown;
    }
    return data;
}

std::vector<std::uint32_t> giftiNodes(const GiftiFile& file) {
    const GiftiArray* nodes = file.array("NODE_INDEX");
    if (!nodes) return {};
    std::vector<std::uint32_t> indices;
    for (const qint32 index : elements<qint32>(file, *nodes)) {
        if (index < 0 || index == std::numeric_limits<qint32>::max())
            throwBadHeader(file.path, QStringLiteral("NODE_INDEX %1").arg(index));
        indices.push_back(static_cast<std::uint32_t>(index));
    }
    return indices;
}

} // namespace neuraxis::io
