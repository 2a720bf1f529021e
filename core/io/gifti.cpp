#include "core/io/gifti.h"

#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"
#include "core/io/text_numbers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QXmlStreamReader>
#include <cmath>
#include <zlib.h>

// GIFTI is read here, written by giftiio: of 10,000 copies of four small files with at most four bytes changed, giftiio
// 1.12 crashed on 68. It also reads one file at a time only, as its parser's state is one for the program.

namespace neuraxis::io {

namespace {

constexpr quint64 mostBytes = 1ULL << 32;
constexpr std::size_t mostArrays = 100'000;

std::size_t widthOf(int type) {
    switch (type) {
    case 2:
    case 256: return 1;
    case 4:
    case 512: return 2;
    case 8:
    case 16:
    case 768: return 4;
    case 64:
    case 1024:
    case 1280: return 8;
    default: return 0;
    }
}

int typeNamed(QStringView name) {
    static const QHash<QString, int> codes{{QStringLiteral("UINT8"), 2},    {QStringLiteral("INT16"), 4},
                                           {QStringLiteral("INT32"), 8},    {QStringLiteral("FLOAT32"), 16},
                                           {QStringLiteral("FLOAT64"), 64}, {QStringLiteral("INT8"), 256},
                                           {QStringLiteral("UINT16"), 512}, {QStringLiteral("UINT32"), 768},
                                           {QStringLiteral("INT64"), 1024}, {QStringLiteral("UINT64"), 1280}};
    return codes.value(name.toString().section(u'_', -1), 0);
}

[[noreturn]] void throwDamaged(const QString& path, const QString& what) { throwBadHeader(path, what); }

/// The file with the contents of each <Data> taken out and its number put there, so that the XML is small.
QByteArray withoutData(QByteArrayView bytes, std::vector<QByteArrayView>& data) {
    QByteArray xml;
    qsizetype from = 0;
    for (qsizetype at = bytes.indexOf("<Data"); at >= 0; at = bytes.indexOf("<Data", at + 5)) {
        const char next = at + 5 < bytes.size() ? bytes[at + 5] : ' ';
        if (std::isalnum(static_cast<unsigned char>(next))) continue; // DataArray, DataSpace
        const qsizetype open = bytes.indexOf('>', at);
        if (open < 0) break;
        if (bytes[open - 1] == '/') continue;
        qsizetype end = bytes.indexOf('<', open);
        if (end < 0) end = bytes.size();
        xml += bytes.sliced(from, open + 1 - from);
        xml += QByteArray::number(static_cast<qulonglong>(data.size()));
        data.push_back(bytes.sliced(open + 1, end - open - 1));
        from = end;
        at = std::max(at, end - 5);
    }
    xml += bytes.sliced(from);
    return xml;
}

class Parser {
  public:
    Parser(GiftiFile& file) : file(file), xml(withoutData(file.bytes, data)) {}

    void parse() {
        if (!xml.readNextStartElement() || xml.name() != QStringLiteral("GIFTI"))
            throw Error(QCoreApplication::translate("io",
                                                    "%1 is named like a GIFTI file but is none. Check where it comes "
                                                    "from.")
                            .arg(fileName(file.path)));
        while (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("MetaData"))
                takeMeta(file.meta);
            else if (xml.name() == QStringLiteral("LabelTable"))
                takeLabels();
            else if (xml.name() == QStringLiteral("DataArray"))
                takeArray();
            else
                xml.skipCurrentElement();
        }
        if (xml.hasError()) {
            if (xml.error() == QXmlStreamReader::PrematureEndOfDocumentError) throwTruncated(file.path);
            throwDamaged(file.path, QCoreApplication::translate("io", "line %1").arg(xml.lineNumber()));
        }
    }

  private:
    QString text() { return xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed(); }

    void takeMeta(QMap<QString, QString>& into) {
        while (xml.readNextStartElement()) {
            QString name, value;
            while (xml.readNextStartElement()) (xml.name() == QStringLiteral("Name") ? name : value) = text();
            into[name] = value;
        }
    }

    void takeLabels() {
        while (xml.readNextStartElement()) {
            if (xml.name() != QStringLiteral("Label")) {
                xml.skipCurrentElement();
                continue;
            }
            const auto attributes = xml.attributes();
            // The key is called Index in files of the first version
            const auto key = attributes.hasAttribute(QStringLiteral("Key")) ? attributes.value(QStringLiteral("Key"))
                                                                            : attributes.value(QStringLiteral("Index"));
            const auto part = [&](const char* name, double otherwise) {
                bool isNumber = false;
                const double share = attributes.value(QLatin1String(name)).toDouble(&isNumber);
                return static_cast<int>(std::lround(255 * std::clamp(isNumber ? share : otherwise, 0.0, 1.0)));
            };
            Label label{key.toInt(), {}, qRgba(part("Red", 0), part("Green", 0), part("Blue", 0), part("Alpha", 1))};
            label.name = text();
            file.labels.push_back(std::move(label));
        }
    }

    void takeArray() {
        if (file.arrays.size() >= mostArrays) throwDamaged(file.path, QStringLiteral("DataArray"));
        const auto attributes = xml.attributes();
        const auto value = [&](const char* name) { return attributes.value(QLatin1String(name)); };
        GiftiArray array;
        array.intent = value("Intent").toString().remove(QStringLiteral("NIFTI_INTENT_"));
        array.type = typeNamed(value("DataType"));
        array.rowMajor = value("ArrayIndexingOrder") != QStringLiteral("ColumnMajorOrder");
        array.bigEndian = value("Endian") == QStringLiteral("BigEndian");
        array.encoding = value("Encoding").toString();
        array.externalFile = value("ExternalFileName").toString();
        array.externalOffset = value("ExternalFileOffset").toLongLong();
        const int dimensions = value("Dimensionality").toInt();
        if (widthOf(array.type) == 0 || dimensions < 1 || dimensions > 6)
            throwDamaged(file.path,
                         QStringLiteral("DataType %1, Dimensionality %2").arg(value("DataType")).arg(dimensions));
        for (int d = 0; d < dimensions; ++d)
            array.sizes.push_back(value(qPrintable(QStringLiteral("Dim%1").arg(d))).toLongLong());
        while (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("MetaData"))
                takeMeta(array.meta);
            else if (xml.name() == QStringLiteral("Data")) {
                bool isNumber = false;
                const auto index = static_cast<std::size_t>(text().toULongLong(&isNumber));
                if (isNumber && index < data.size()) array.text = data[index];
            } else if (xml.name() == QStringLiteral("CoordinateSystemTransformMatrix")) {
                while (xml.readNextStartElement())
                    if (xml.name() == QStringLiteral("DataSpace"))
                        array.dataSpace = text();
                    else
                        xml.skipCurrentElement();
            } else
                xml.skipCurrentElement();
        }
        checkSize(array);
        file.arrays.push_back(std::move(array));
    }

    /// What the file has for the array must be able to hold what it promises.
    void checkSize(const GiftiArray& array) const {
        quint64 elements = 1;
        for (const qint64 size : array.sizes) {
            if (size < 1 || static_cast<quint64>(size) > (1ULL << 40) / elements)
                throwDamaged(file.path, QStringLiteral("Dim %1").arg(size));
            elements *= static_cast<quint64>(size);
        }
        const quint64 needed = elements * widthOf(array.type), letters = static_cast<quint64>(array.text.size());
        bool holds = true;
        if (array.encoding == QStringLiteral("ASCII"))
            holds = letters >= 2 * elements - 1;
        else if (array.encoding == QStringLiteral("Base64Binary"))
            holds = letters / 4 * 3 + 3 >= needed;
        else if (array.encoding == QStringLiteral("GZipBase64Binary"))
            holds = (letters / 4 * 3 + 3) * greatestDeflateRatio >= needed;
        if (!holds && !xml.hasError()) throwTruncated(file.path);
    }

    GiftiFile& file;
    std::vector<QByteArrayView> data;
    QXmlStreamReader xml;
};

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
    stream.avail_out = static_cast<uInt>(needed);
    const int result = inflate(&stream, Z_FINISH);
    const bool whole = stream.avail_out == 0;
    inflateEnd(&stream);
    if (!whole || result == Z_DATA_ERROR) throwTruncated(path);
    return bytes;
}

QByteArray external(const GiftiFile& file, const GiftiArray& array, std::size_t needed) {
    // Only beside the file itself: a name from a file is no reason to read anything anywhere
    const QString name = fileName(array.externalFile);
    const QString path = QFileInfo(file.path).dir().filePath(name);
    if (name.isEmpty() || !QFileInfo(path).isFile())
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

/// All elements as float64 is not needed by anyone; as T, row after row.
template <class T> std::vector<T> elements(const GiftiFile& file, const GiftiArray& array) {
    const std::size_t count = elementsOf(array), width = widthOf(array.type), needed = count * width;
    std::vector<T> all(count);
    const auto store = [&](std::size_t i, double number) {
        if constexpr (std::is_integral_v<T>) {
            // Not a number and what is beyond the type is no index of anything
            const bool fits = number >= std::numeric_limits<T>::min() && number <= std::numeric_limits<T>::max();
            all[i] = fits ? static_cast<T>(number) : std::numeric_limits<T>::max();
        } else
            all[i] = static_cast<T>(number);
    };
    if (array.encoding == QStringLiteral("ASCII")) {
        TextNumbers numbers(array.text);
        for (std::size_t i = 0; i < count; ++i) {
            const auto number = numbers.next();
            if (!number) throwTruncated(file.path);
            store(i, *number);
        }
    } else {
        QByteArray bytes;
        if (array.encoding == QStringLiteral("Base64Binary"))
            bytes = fromBase64(array.text);
        else if (array.encoding == QStringLiteral("GZipBase64Binary"))
            bytes = unpacked(fromBase64(array.text), needed, file.path);
        else if (array.encoding == QStringLiteral("ExternalFileBinary"))
            bytes = external(file, array, needed);
        else
            throwDamaged(file.path, QStringLiteral("Encoding %1").arg(array.encoding));
        if (static_cast<std::size_t>(bytes.size()) < needed) throwTruncated(file.path);
        if (array.bigEndian) swapBytes(reinterpret_cast<std::byte*>(bytes.data()), needed, width);
        const bool same =
            (std::is_same_v<T, float> && array.type == 16) || (std::is_same_v<T, qint32> && array.type == 8);
        if (same)
            std::memcpy(all.data(), bytes.constData(), needed);
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
    const std::array<double, 3> spacing{number("VolGeomXsize"), number("VolGeomYsize"), number("VolGeomZsize")};
    const std::array<double, 9> directions{number("VolGeomX_R"), number("VolGeomX_A"), number("VolGeomX_S"),
                                           number("VolGeomY_R"), number("VolGeomY_A"), number("VolGeomY_S"),
                                           number("VolGeomZ_R"), number("VolGeomZ_A"), number("VolGeomZ_S")};
    const std::array<double, 3> centre{number("VolGeomC_R"), number("VolGeomC_A"), number("VolGeomC_S")};
    // fMRIPrep moves the points and leaves a centre of zero as the mark of it
    if (!whole || centre == std::array<double, 3>{0, 0, 0}) return {};
    auto grid = gridFromRas(size, spacing, directions, centre);
    if (grid) grid->file = meta.value(QStringLiteral("VolGeomFname"));
    return grid;
}

} // namespace

qint64 GiftiArray::columns() const {
    qint64 product = 1;
    for (std::size_t d = 1; d < sizes.size(); ++d) product *= sizes[d];
    return product;
}

const GiftiArray* GiftiFile::array(const char* intent) const {
    const auto found = std::find_if(arrays.begin(), arrays.end(),
                                    [&](const GiftiArray& a) { return a.intent == QLatin1String(intent); });
    return found == arrays.end() ? nullptr : &*found;
}

std::optional<Side> GiftiFile::side() const {
    const auto told = [](const QMap<QString, QString>& words) -> std::optional<Side> {
        const QString primary = words.value(QStringLiteral("AnatomicalStructurePrimary"));
        if (primary.endsWith(QStringLiteral("Left"), Qt::CaseInsensitive)) return Side::Left;
        if (primary.endsWith(QStringLiteral("Right"), Qt::CaseInsensitive)) return Side::Right;
        return {};
    };
    if (const auto side = told(meta)) return side;
    for (const GiftiArray& a : arrays)
        if (const auto side = told(a.meta)) return side;
    return {};
}

std::optional<SurfaceShape> GiftiFile::shape() const {
    const GiftiArray* points = array("POINTSET");
    if (!points) return {};
    const auto word = [&](const char* key) { return points->meta.value(QLatin1String(key)).toLower(); };
    const QString type = word("GeometricType"), secondary = word("AnatomicalStructureSecondary");
    if (type.startsWith(QStringLiteral("sphe"))) return SurfaceShape::Sphere;
    if (type.contains(QStringLiteral("inflated"))) return SurfaceShape::Inflated;
    if (secondary == QStringLiteral("pial")) return SurfaceShape::Pial;
    if (secondary == QStringLiteral("graywhite")) return SurfaceShape::White;
    return {};
}

std::size_t GiftiFile::vertices() const {
    if (const GiftiArray* points = array("POINTSET")) return static_cast<std::size_t>(points->rows());
    if (array("NODE_INDEX")) return 0;
    for (const GiftiArray& a : arrays)
        if (a.intent != QStringLiteral("TRIANGLE")) return static_cast<std::size_t>(a.rows());
    return 0;
}

bool isGifti(QByteArrayView bytes, const QString& name) {
    return name.endsWith(QStringLiteral(".gii")) || name.endsWith(QStringLiteral(".gii.gz")) ||
           bytes.first(std::min<qsizetype>(bytes.size(), 1000)).contains("<GIFTI");
}

GiftiFile openGifti(const FileHead& head) {
    GiftiFile file;
    file.path = head.path;
    file.bytes =
        readWhole(head.path, head.gzipped,
                  std::min(mostBytes, static_cast<quint64>(head.size) * (head.gzipped ? greatestDeflateRatio : 1)));
    Parser(file).parse();
    if (file.arrays.empty())
        throw Error(
            QCoreApplication::translate("io", "%1 is a GIFTI file without any data in it.").arg(fileName(head.path)));
    return file;
}

SurfaceData giftiSurface(const GiftiFile& file) {
    const GiftiArray *points = file.array("POINTSET"), *triangles = file.array("TRIANGLE");
    if (!points || points->columns() != 3)
        throw Error(QCoreApplication::translate("io", "%1 holds no surface.").arg(fileName(file.path)));
    SurfaceData surface;
    const std::vector<float> numbers = elements<float>(file, *points);
    surface.points.resize(numbers.size() / 3);
    std::memcpy(static_cast<void*>(surface.points.data()), numbers.data(), numbers.size() * sizeof(float));
    if (triangles) {
        if (triangles->columns() != 3) throwDamaged(file.path, QStringLiteral("Dim1 %1").arg(triangles->columns()));
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
            throwDamaged(file.path, QStringLiteral("NODE_INDEX %1").arg(index));
        indices.push_back(static_cast<std::uint32_t>(index));
    }
    return indices;
}

} // namespace neuraxis::io
