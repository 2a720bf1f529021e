#include "core/io/gifti.h"

#include "core/io/raw_voxels.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QXmlStreamReader>
#include <cmath>

// GIFTI is read here, written by giftiio: of 10,000 copies of four small files with at most four bytes changed, giftiio
// 1.12 crashed on 68. It also reads one file at a time only, as its parser's state is one for the program.

namespace neuraxis::io {

namespace {

constexpr quint64 mostBytes = 1ULL << 32;
constexpr std::size_t mostArrays = 100'000;
constexpr qint64 mostRows = 1 << 26; // vertices or triangles

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
        if (giftiWidth(array.type) == 0 || dimensions < 1 || dimensions > 6)
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
    void checkSize(const GiftiArray& array) {
        quint64 elements = 1;
        for (const qint64 size : array.sizes) {
            if (size < 1 || static_cast<quint64>(size) > (1ULL << 40) / elements)
                throwDamaged(file.path, QStringLiteral("Dim %1").arg(size));
            elements *= static_cast<quint64>(size);
        }
        const quint64 needed = elements * giftiWidth(array.type), letters = static_cast<quint64>(array.text.size());
        bool holds = true;
        if (array.encoding == QStringLiteral("ASCII"))
            holds = letters >= 2 * elements - 1;
        else if (array.encoding == QStringLiteral("Base64Binary"))
            holds = letters / 4 * 3 + 3 >= needed;
        else if (array.encoding == QStringLiteral("GZipBase64Binary"))
            holds = (letters / 4 * 3 + 3) * greatestDeflateRatio >= needed;
        else if (array.encoding == QStringLiteral("ExternalFileBinary"))
            checkExternal(array, needed);
        else
            throwDamaged(file.path, QStringLiteral("Encoding %1").arg(array.encoding));
        if (!holds && !xml.hasError()) throwTruncated(file.path);
        if (array.rows() > mostRows) throwDamaged(file.path, QStringLiteral("Dim0 %1").arg(array.rows()));
        // A few bytes unpack to a thousand times as many, and each becomes a float
        promised += std::max<quint64>(needed, sizeof(float) * elements);
        if (promised > physicalMemory() / 4)
            throw Error(QCoreApplication::translate("io", "%1 is too large for this machine's memory.")
                            .arg(fileName(file.path)));
    }

    /// A file that is not there is told when its numbers are asked for.
    void checkExternal(const GiftiArray& array, quint64 needed) const {
        const QFileInfo data(giftiExternalFile(file, array));
        if (data.isFile() && (array.externalOffset < 0 || array.externalOffset > data.size() ||
                              static_cast<quint64>(data.size() - array.externalOffset) < needed))
            throwTruncated(data.filePath());
    }

    GiftiFile& file;
    std::vector<QByteArrayView> data;
    quint64 promised = 0; ///< Bytes of all arrays so far, in memory
    QXmlStreamReader xml;
};

} // namespace

QString giftiExternalFile(const GiftiFile& file, const GiftiArray& array) {
    // A name from a file is no reason to read anything anywhere
    const QString name = fileName(array.externalFile);
    return name.isEmpty() ? QString() : QFileInfo(file.path).dir().filePath(name);
}

std::size_t giftiWidth(int type) {
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

bool GiftiFile::isMiddle() const {
    const GiftiArray* points = array("POINTSET");
    return points && points->meta.value(QStringLiteral("AnatomicalStructureSecondary"))
                             .compare(QStringLiteral("MidThickness"), Qt::CaseInsensitive) == 0;
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

} // namespace neuraxis::io
