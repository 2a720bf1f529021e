#pragma once

#include "tests/format_phantoms.h"

#include <array>

namespace neuraxis::test {

// Small surfaces and what lies on them, byte by byte: an octahedron of 6 vertices and 8 triangles in surface RAS, its
// triangles anticlockwise from outside.

inline constexpr int octahedronVertices = 6;
inline const std::vector<std::array<float, 3>>& octahedronPoints() {
    static const std::vector<std::array<float, 3>> points{{-10, 0, 0}, {30, 0, 0},  {0, -20, 0},
                                                          {0, 20, 0},  {0, 0, -15}, {0, 0, 15}};
    return points;
}
inline const std::vector<std::array<qint32, 3>>& octahedronTriangles() {
    static const std::vector<std::array<qint32, 3>> triangles{{1, 3, 5}, {3, 0, 5}, {0, 2, 5}, {2, 1, 5},
                                                              {3, 1, 4}, {0, 3, 4}, {2, 0, 4}, {1, 2, 4}};
    return triangles;
}

/// A volume of 100 x 110 x 120 voxels of 1 x 1.5 x 2 mm, turned by 30 degrees about its y and moved off the middle.
inline QByteArray obliqueFooter() {
    QByteArray bytes = big(qint32(2)) + big(qint32(0)) + big(qint32(20));
    bytes += "valid = 1  # volume info valid\nfilename = ../mri/orig.mgz\nvolume = 100 110 120\n"
             "voxelsize = 1.000000000000000e+00 1.500000000000000e+00 2.000000000000000e+00\n"
             "xras   = -8.660254037844387e-01 0.000000000000000e+00 5.000000000000000e-01\n"
             "yras   = 0.000000000000000e+00 -1.000000000000000e+00 0.000000000000000e+00\n"
             "zras   = 5.000000000000000e-01 0.000000000000000e+00 8.660254037844387e-01\n"
             "cras   = 7.000000000000000e+00 -11.00000000000000e+00 13.00000000000000e+00\n";
    return bytes;
}

inline QByteArray triangleSurface(const QByteArray& footer = obliqueFooter()) {
    QByteArray bytes = "\xff\xff\xfe"
                       "created by nobody on a fine day\n\n";
    bytes += big(qint32(octahedronVertices)) + big(qint32(octahedronTriangles().size()));
    for (const auto& point : octahedronPoints())
        for (const float x : point) bytes += big(x);
    for (const auto& triangle : octahedronTriangles())
        for (const qint32 v : triangle) bytes += big(v);
    return bytes + footer;
}

/// A cube of 8 vertices in quadrangles, as FreeSurfer wrote them until 1999 (int16 hundredths) or with floats.
inline QByteArray quadSurface(bool floats) {
    const auto three = [](int n) {
        QByteArray bytes;
        for (const int shift : {16, 8, 0}) bytes += static_cast<char>(n >> shift & 255);
        return bytes;
    };
    QByteArray bytes = floats ? QByteArray("\xff\xff\xfd") : QByteArray("\xff\xff\xff");
    bytes += three(8) + three(6);
    for (int v = 0; v < 8; ++v)
        for (int axis = 0; axis < 3; ++axis) {
            const float x = (v >> axis & 1) ? 12.5F : -12.5F;
            bytes += floats ? big(x) : big(static_cast<qint16>(x * 100));
        }
    constexpr int quads[6][4] = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {3, 2, 6, 7}, {0, 4, 6, 2}, {1, 3, 7, 5}};
    for (const auto& quad : quads)
        for (const int v : quad) bytes += three(v);
    return bytes;
}

inline QByteArray asciiSurface() {
    QByteArray text = "#!ascii version of lh.white\n6 8\n";
    for (const auto& p : octahedronPoints()) {
        for (const float x : p) text += QByteArray::number(static_cast<double>(x), 'f', 6) + "  ";
        text += "0\n";
    }
    for (const auto& t : octahedronTriangles()) {
        for (const qint32 v : t) text += QByteArray::number(v) + ' ';
        text += "0\n";
    }
    return text;
}

inline QByteArray curv(const std::vector<float>& values) {
    QByteArray bytes = "\xff\xff\xff" + big(static_cast<qint32>(values.size())) + big(qint32(8)) + big(qint32(1));
    for (const float value : values) bytes += big(value);
    return bytes;
}
inline QByteArray oldCurv(const std::vector<float>& values) {
    QByteArray bytes("\0\0", 2);
    bytes += static_cast<char>(values.size());
    bytes += QByteArray("\0\0\x8", 3);
    for (const float value : values) bytes += big(static_cast<qint16>(value * 100));
    return bytes;
}

/// Regions "unknown" (25 5 25) and "precentral" (60 20 220), the latter at place 24; of six vertices one has 0 and one a
/// value that is not in the table.
inline QByteArray annot(bool newTable) {
    const auto value = [](int r, int g, int b) { return big(qint32(r | g << 8 | b << 16)); };
    const auto word = [](const QByteArray& text) { return big(qint32(text.size() + 1)) + text + '\0'; };
    const auto colour = [](int r, int g, int b) {
        return big(qint32(r)) + big(qint32(g)) + big(qint32(b)) + big(qint32(0));
    };
    const QByteArray values[] = {value(60, 20, 220), value(25, 5, 25), value(60, 20, 220),
                                 value(0, 0, 0),     value(1, 2, 3),   value(60, 20, 220)};
    QByteArray bytes = big(qint32(octahedronVertices));
    for (int v = 0; v < octahedronVertices; ++v) bytes += big(qint32(v)) + values[v];
    bytes += big(qint32(1));
    if (newTable) {
        bytes += big(qint32(-2)) + big(qint32(36)) + word("table") + big(qint32(2));
        bytes += big(qint32(0)) + word("unknown") + colour(25, 5, 25);
        bytes += big(qint32(24)) + word("precentral") + colour(60, 20, 220);
    } else {
        bytes += big(qint32(2)) + word("table") + word("unknown") + colour(25, 5, 25) + word("precentral") +
                 colour(60, 20, 220);
    }
    return bytes;
}

inline QByteArray label(const QList<int>& vertices) {
    QByteArray text =
        "#!ascii label  , from subject nobody vox2ras=TkReg\n" + QByteArray::number(vertices.size()) + '\n';
    for (const int v : vertices) text += QByteArray::number(v) + "  -16.312  -22.959  17.499 0.5\n";
    return text;
}

inline QByteArray aparcStats(const QByteArray& subject = "nobody", const QByteArray& hemisphere = "lh") {
    return "# Table of FreeSurfer cortical parcellation anatomical statistics \n# \n# subjectname " + subject +
           "\n# hemi " + hemisphere +
           "\n# Measure Cortex, NumVert, Number of Vertices, 5, unitless\n"
           "# Measure Cortex, MeanThickness, Mean Thickness, 2.5, mm\n"
           "# Measure IntraCranialVol, ICV, Intracranial Volume, 1500000, mm^3\n"
           "# ColHeaders StructName NumVert SurfArea GrayVol ThickAvg ThickStd MeanCurv GausCurv FoldInd CurvInd\n"
           "precentral                               3   120    300  2.750 0.500     0.1     0.0       1     0.1\n";
}

inline QByteArray mghMap(const std::array<int, 3>& size, int frames = 1) {
    QByteArray bytes = big(qint32(1));
    for (const int n : size) bytes += big(qint32(n));
    bytes += big(qint32(frames)) + big(qint32(3)) + big(qint32(0));
    bytes += QByteArray(284 - bytes.size(), '\0');
    for (int i = 0; i < size[0] * size[1] * size[2] * frames; ++i) bytes += big(static_cast<float>(i) / 2);
    return bytes;
}

/// One array of a GIFTI phantom.
struct GiftiPhantomArray {
    QByteArray intent, type;
    int width = 4;
    QList<int> sizes;
    QByteArray raw; ///< Little-endian, row by row
    QByteArray meta;
};

enum class GiftiEncoding { Ascii, Base64, GzipBase64, External };

inline QByteArray zlibPacked(const QByteArray& raw) {
    uLongf length = compressBound(static_cast<uLong>(raw.size()));
    QByteArray packed(static_cast<qsizetype>(length), '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<const Bytef*>(raw.constData()),
             static_cast<uLong>(raw.size()));
    packed.truncate(static_cast<qsizetype>(length));
    return packed;
}

/// A GIFTI file, and its external data when it has some.
inline QByteArray gifti(const QList<GiftiPhantomArray>& arrays, GiftiEncoding encoding, QByteArray* external = nullptr,
                        bool bigEndian = false, bool columnMajor = false, const QByteArray& beside = "data.bin",
                        const QByteArray& side = "CortexLeft") {
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<!DOCTYPE GIFTI SYSTEM \"http://www.nitrc.org/frs/download.php/115/gifti.dtd\">\n"
                      "<GIFTI Version=\"1.0\" NumberOfDataArrays=\"" +
                      QByteArray::number(arrays.size()) +
                      "\">\n<MetaData><MD><Name><![CDATA[AnatomicalStructurePrimary]]></Name><Value><![CDATA[" + side +
                      "]]></Value></MD></MetaData>\n"
                      "<LabelTable><Label Key=\"0\" Red=\"0\" Green=\"0\" Blue=\"0\" Alpha=\"0\">??"
                      "?</Label>"
                      "<Label Key=\"24\" Red=\"0.235294\" Green=\"0.0784314\" Blue=\"0.862745\" Alpha=\"1\">"
                      "<![CDATA[precentral]]></Label></LabelTable>\n";
    for (const GiftiPhantomArray& array : arrays) {
        QByteArray raw = array.raw;
        if (columnMajor && array.sizes.size() == 2) {
            const int rows = array.sizes[0], columns = array.sizes[1];
            for (int r = 0; r < rows; ++r)
                for (int c = 0; c < columns; ++c)
                    raw.replace((c * rows + r) * array.width, array.width,
                                array.raw.mid((r * columns + c) * array.width, array.width));
        }
        QByteArray data;
        if (encoding == GiftiEncoding::Ascii) {
            for (qsizetype at = 0; at < raw.size(); at += array.width)
                data += (array.type == "NIFTI_TYPE_FLOAT32"
                             ? QByteArray::number(static_cast<double>(qFromLittleEndian<float>(raw.constData() + at)))
                             : QByteArray::number(qFromLittleEndian<qint32>(raw.constData() + at))) +
                        ' ';
        } else {
            if (bigEndian)
                for (qsizetype at = 0; at < raw.size(); at += array.width)
                    std::reverse(raw.begin() + at, raw.begin() + at + array.width);
            if (encoding == GiftiEncoding::Base64) data = raw.toBase64();
            if (encoding == GiftiEncoding::GzipBase64) data = zlibPacked(raw).toBase64();
        }
        const char* const names[] = {"ASCII", "Base64Binary", "GZipBase64Binary", "ExternalFileBinary"};
        text += "<DataArray Intent=\"NIFTI_INTENT_" + array.intent + "\" DataType=\"" + array.type +
                "\" ArrayIndexingOrder=\"" + (columnMajor ? "ColumnMajorOrder" : "RowMajorOrder") +
                "\" Dimensionality=\"" + QByteArray::number(array.sizes.size()) + '"';
        for (int d = 0; d < array.sizes.size(); ++d)
            text += " Dim" + QByteArray::number(d) + "=\"" + QByteArray::number(array.sizes[d]) + '"';
        text += QByteArray(" Encoding=\"") + names[static_cast<int>(encoding)] + "\" Endian=\"" +
                (bigEndian ? "BigEndian" : "LittleEndian") + "\" ExternalFileName=\"" +
                (encoding == GiftiEncoding::External ? beside : QByteArray()) + "\" ExternalFileOffset=\"" +
                (external ? QByteArray::number(external->size()) : QByteArray()) + "\">\n<MetaData>" + array.meta +
                "</MetaData>\n<Data>" + data + "</Data>\n</DataArray>\n";
        if (encoding == GiftiEncoding::External && external) *external += raw;
    }
    return text + "</GIFTI>\n";
}

inline QList<GiftiPhantomArray> giftiSurfaceArrays(const QByteArray& meta = {}) {
    GiftiPhantomArray points{"POINTSET", "NIFTI_TYPE_FLOAT32", 4, {6, 3}, {}, meta},
        triangles{"TRIANGLE", "NIFTI_TYPE_INT32", 4, {8, 3}, {}, {}};
    for (const auto& p : octahedronPoints())
        for (const float x : p) points.raw += little(x);
    for (const auto& t : octahedronTriangles())
        for (const qint32 v : t) triangles.raw += little(v);
    return {points, triangles};
}

inline GiftiPhantomArray giftiMap(const QByteArray& intent, const QList<float>& values) {
    GiftiPhantomArray array{intent, "NIFTI_TYPE_FLOAT32", 4, {static_cast<int>(values.size())}, {}, {}};
    for (const float value : values) array.raw += little(value);
    return array;
}

inline GiftiPhantomArray giftiIndices(const QByteArray& intent, const QList<qint32>& numbers) {
    GiftiPhantomArray array{intent, "NIFTI_TYPE_INT32", 4, {static_cast<int>(numbers.size())}, {}, {}};
    for (const qint32 number : numbers) array.raw += little(number);
    return array;
}

inline QByteArray gzipPacked(const QByteArray& raw) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(raw.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(raw.constData()));
    stream.avail_in = static_cast<uInt>(raw.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

/// One of each form of each format of surfaces.
inline QList<FormatPhantom> surfacePhantoms() {
    const auto named = [](const char* name, const QByteArray& bytes) {
        return FormatPhantom{QLatin1String(name), bytes, {}};
    };
    const std::vector<float> values{2.5F, 0, 1.25F, 3, 4.5F, 2};
    QByteArray external;
    const QByteArray outside = gifti(giftiSurfaceArrays(), GiftiEncoding::External, &external);
    const QByteArray labels = gifti({giftiIndices("LABEL", {24, 0, 24, 24, 7, 0})}, GiftiEncoding::GzipBase64);
    const QByteArray sparse =
        gifti({giftiIndices("NODE_INDEX", {5, 1}), giftiMap("TTEST", {2.5F, -3})}, GiftiEncoding::Ascii);
    const QByteArray series =
        gifti({giftiMap("TIME_SERIES", {1, 2, 3, 4, 5, 6}), giftiMap("TIME_SERIES", {2, 3, 4, 5, 6, 7})},
              GiftiEncoding::Base64, nullptr, true);
    return {named("lh.white", triangleSurface()),
            named("lh.white", triangleSurface({})),
            named("rh.orig", quadSurface(false)),
            named("rh.orig", quadSurface(true)),
            named("lh.pial.asc", asciiSurface()),
            named("lh.thickness", curv(values)),
            named("lh.sulc", oldCurv(values)),
            named("lh.aparc.annot", annot(true)),
            named("lh.aparc.annot", annot(false)),
            named("lh.cortex.label", label({0, 2, 3})),
            named("lh.aparc.stats", aparcStats()),
            named("lh.area.mgh", mghMap({6, 1, 1}, 2)),
            named("lh.sulc.mgz", gzipPacked(mghMap({2, 1, 3}))),
            named("lh.surf.gii", gifti(giftiSurfaceArrays(), GiftiEncoding::Ascii, nullptr, false, true)),
            named("lh.surf.gii", gifti(giftiSurfaceArrays(), GiftiEncoding::Base64, nullptr, true)),
            named("lh.surf.gii.gz", gzipPacked(gifti(giftiSurfaceArrays(), GiftiEncoding::GzipBase64))),
            FormatPhantom{QStringLiteral("lh.outside.gii"), outside, {{QStringLiteral("data.bin"), external}}},
            named("lh.label.gii", labels),
            named("lh.sparse.gii", sparse),
            named("lh.series.gii", series)};
}

} // namespace neuraxis::test
