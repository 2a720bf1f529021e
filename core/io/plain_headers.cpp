#include "core/io/plain_headers.h"

#include "core/io/byte_order.h"
#include "core/io/dicom_values.h"
#include "core/io/raw_voxels.h"

#include <QHash>
#include <QStringList>

namespace neuraxis::io {

namespace {

constexpr quint64 mostTextBytes = 16ULL << 20; ///< Of a header that is text

enum class Kind { Byte, Int16, Int32, Int64, Float32, Float64, Text, Secret }; ///< Secret: text that may identify

struct Field {
    const char* name;
    int at;
    Kind kind;
    int count = 1; ///< Numbers, or bytes of a text
};

// nifti1.h and nifti2.h of nifti.nimh.nih.gov
constexpr Field nifti1[] = {
    {"sizeof_hdr", 0, Kind::Int32},
    {"data_type", 4, Kind::Secret, 10},
    {"db_name", 14, Kind::Secret, 18},
    {"extents", 32, Kind::Int32},
    {"session_error", 36, Kind::Int16},
    {"regular", 38, Kind::Text, 1},
    {"dim_info", 39, Kind::Byte},
    {"dim", 40, Kind::Int16, 8},
    {"intent_p1", 56, Kind::Float32},
    {"intent_p2", 60, Kind::Float32},
    {"intent_p3", 64, Kind::Float32},
    {"intent_code", 68, Kind::Int16},
    {"datatype", 70, Kind::Int16},
    {"bitpix", 72, Kind::Int16},
    {"slice_start", 74, Kind::Int16},
    {"pixdim", 76, Kind::Float32, 8},
    {"vox_offset", 108, Kind::Float32},
    {"scl_slope", 112, Kind::Float32},
    {"scl_inter", 116, Kind::Float32},
    {"slice_end", 120, Kind::Int16},
    {"slice_code", 122, Kind::Byte},
    {"xyzt_units", 123, Kind::Byte},
    {"cal_max", 124, Kind::Float32},
    {"cal_min", 128, Kind::Float32},
    {"slice_duration", 132, Kind::Float32},
    {"toffset", 136, Kind::Float32},
    {"glmax", 140, Kind::Int32},
    {"glmin", 144, Kind::Int32},
    {"descrip", 148, Kind::Secret, 80},
    {"aux_file", 228, Kind::Secret, 24},
    {"qform_code", 252, Kind::Int16},
    {"sform_code", 254, Kind::Int16},
    {"quatern_b", 256, Kind::Float32},
    {"quatern_c", 260, Kind::Float32},
    {"quatern_d", 264, Kind::Float32},
    {"qoffset_x", 268, Kind::Float32},
    {"qoffset_y", 272, Kind::Float32},
    {"qoffset_z", 276, Kind::Float32},
    {"srow_x", 280, Kind::Float32, 4},
    {"srow_y", 296, Kind::Float32, 4},
    {"srow_z", 312, Kind::Float32, 4},
    {"intent_name", 328, Kind::Text, 16},
    {"magic", 344, Kind::Text, 4},
};
constexpr Field nifti2[] = {
    {"sizeof_hdr", 0, Kind::Int32},     {"magic", 4, Kind::Text, 4},          {"datatype", 12, Kind::Int16},
    {"bitpix", 14, Kind::Int16},        {"dim", 16, Kind::Int64, 8},          {"intent_p1", 80, Kind::Float64},
    {"intent_p2", 88, Kind::Float64},   {"intent_p3", 96, Kind::Float64},     {"pixdim", 104, Kind::Float64, 8},
    {"vox_offset", 168, Kind::Int64},   {"scl_slope", 176, Kind::Float64},    {"scl_inter", 184, Kind::Float64},
    {"cal_max", 192, Kind::Float64},    {"cal_min", 200, Kind::Float64},      {"slice_duration", 208, Kind::Float64},
    {"toffset", 216, Kind::Float64},    {"slice_start", 224, Kind::Int64},    {"slice_end", 232, Kind::Int64},
    {"descrip", 240, Kind::Secret, 80}, {"aux_file", 320, Kind::Secret, 24},  {"qform_code", 344, Kind::Int32},
    {"sform_code", 348, Kind::Int32},   {"quatern_b", 352, Kind::Float64},    {"quatern_c", 360, Kind::Float64},
    {"quatern_d", 368, Kind::Float64},  {"qoffset_x", 376, Kind::Float64},    {"qoffset_y", 384, Kind::Float64},
    {"qoffset_z", 392, Kind::Float64},  {"srow_x", 400, Kind::Float64, 4},    {"srow_y", 432, Kind::Float64, 4},
    {"srow_z", 464, Kind::Float64, 4},  {"slice_code", 496, Kind::Int32},     {"xyzt_units", 500, Kind::Int32},
    {"intent_code", 504, Kind::Int32},  {"intent_name", 508, Kind::Text, 16}, {"dim_info", 524, Kind::Byte},
};
// Analyze 7.5, dbh.h (Mayo Clinic)
constexpr Field analyze[] = {
    {"sizeof_hdr", 0, Kind::Int32},       {"data_type", 4, Kind::Secret, 10},  {"db_name", 14, Kind::Secret, 18},
    {"extents", 32, Kind::Int32},         {"session_error", 36, Kind::Int16},  {"regular", 38, Kind::Text, 1},
    {"dim", 40, Kind::Int16, 8},          {"vox_units", 56, Kind::Text, 4},    {"cal_units", 60, Kind::Text, 8},
    {"datatype", 70, Kind::Int16},        {"bitpix", 72, Kind::Int16},         {"pixdim", 76, Kind::Float32, 8},
    {"vox_offset", 108, Kind::Float32},   {"funused1", 112, Kind::Float32},    {"funused2", 116, Kind::Float32},
    {"funused3", 120, Kind::Float32},     {"cal_max", 124, Kind::Float32},     {"cal_min", 128, Kind::Float32},
    {"compressed", 132, Kind::Float32},   {"verified", 136, Kind::Float32},    {"glmax", 140, Kind::Int32},
    {"glmin", 144, Kind::Int32},          {"descrip", 148, Kind::Secret, 80},  {"aux_file", 228, Kind::Secret, 24},
    {"orient", 252, Kind::Byte},          {"originator", 253, Kind::Int16, 5}, // as SPM uses it
    {"generated", 263, Kind::Secret, 10}, {"scannum", 273, Kind::Secret, 10},  {"patient_id", 283, Kind::Secret, 10},
    {"exp_date", 293, Kind::Secret, 10},  {"exp_time", 303, Kind::Secret, 10}, {"views", 316, Kind::Int32},
    {"vols_added", 320, Kind::Int32},     {"start_field", 324, Kind::Int32},   {"field_skip", 328, Kind::Int32},
    {"omax", 332, Kind::Int32},           {"omin", 336, Kind::Int32},          {"smax", 340, Kind::Int32},
    {"smin", 344, Kind::Int32},
};
// nibabel/freesurfer/mghformat.py
constexpr Field mgh[] = {
    {"version", 0, Kind::Int32},     {"width", 4, Kind::Int32},        {"height", 8, Kind::Int32},
    {"depth", 12, Kind::Int32},      {"nframes", 16, Kind::Int32},     {"type", 20, Kind::Int32},
    {"dof", 24, Kind::Int32},        {"goodRASFlag", 28, Kind::Int16}, {"spacing", 30, Kind::Float32, 3},
    {"x_ras", 42, Kind::Float32, 3}, {"y_ras", 54, Kind::Float32, 3},  {"z_ras", 66, Kind::Float32, 3},
    {"c_ras", 78, Kind::Float32, 3},
};

HeaderNode textNode(const QByteArray& name, const QByteArray& value, bool identifying) {
    HeaderNode node;
    node.name = QString::fromUtf8(name);
    node.key = qHash(name.toLower(), 1);
    bool wasCut = false;
    node.value = oneLine(QString::fromUtf8(value), wasCut);
    if (wasCut) node.digest = qHash(value, 1);
    node.identifying = identifying;
    return node;
}

QByteArray numberAt(const char* at, Kind kind, bool big) {
    const auto real = [](double number, int digits) { return QByteArray::number(number, 'g', digits); };
    switch (kind) {
    case Kind::Byte: return QByteArray::number(static_cast<unsigned char>(*at));
    case Kind::Int16: return QByteArray::number(loadNumber<qint16>(at, big));
    case Kind::Int32: return QByteArray::number(loadNumber<qint32>(at, big));
    case Kind::Int64: return QByteArray::number(loadNumber<qint64>(at, big));
    case Kind::Float32: return real(loadNumber<float>(at, big), 7);
    case Kind::Float64: return real(loadNumber<double>(at, big), 15);
    case Kind::Text:
    case Kind::Secret: break;
    }
    return {};
}

constexpr int bytesOf(Kind kind) {
    constexpr int sizes[] = {1, 2, 4, 8, 4, 8, 1, 1};
    return sizes[static_cast<int>(kind)];
}

template <std::size_t count>
void addFields(HeaderTree& tree, const Field (&fields)[count], QByteArrayView bytes, bool big) {
    for (const Field& field : fields) {
        if (bytes.size() < field.at + field.count * bytesOf(field.kind)) continue;
        const char* at = bytes.data() + field.at;
        QByteArray value;
        const bool isText = field.kind == Kind::Text || field.kind == Kind::Secret;
        if (isText)
            value = QByteArray(at, static_cast<qsizetype>(qstrnlen(at, std::size_t(field.count))));
        else
            for (int i = 0; i < field.count; ++i)
                value += (i ? " " : "") + numberAt(at + i * bytesOf(field.kind), field.kind, big);
        tree.nodes.push_back(textNode(field.name, value, field.kind == Kind::Secret));
    }
}

} // namespace

HeaderTree describeNifti(const FileHead& head) {
    const QByteArrayView bytes = head.bytes;
    HeaderTree tree;
    for (const bool big : {false, true}) {
        const qint32 size = bytes.size() >= 4 ? loadNumber<qint32>(bytes.data(), big) : 0;
        if ((size != 348 && size != 540) || bytes.size() < size) continue;
        size == 348 ? addFields(tree, nifti1, bytes, big) : addFields(tree, nifti2, bytes, big);
        // Extensions: four bytes that tell of them, then each with its size and the code of who wrote it
        if (bytes.size() > size + 4 && bytes[size] != 0)
            for (qsizetype at = size + 4; at + 8 <= bytes.size();) {
                const qint32 length = loadNumber<qint32>(bytes.data() + at, big);
                if (length < 16) break;
                tree.nodes.push_back(textNode("extension",
                                              "code " +
                                                  QByteArray::number(loadNumber<qint32>(bytes.data() + at + 4, big)) +
                                                  ", " + QByteArray::number(length) + " bytes",
                                              false));
                at += length;
            }
        return tree;
    }
    throwBadHeader(head.path, QStringLiteral("sizeof_hdr"));
}

HeaderTree describeMgh(const FileHead& head) {
    HeaderTree tree;
    addFields(tree, mgh, head.bytes, true);
    if (tree.nodes.size() < std::size(mgh)) throwTruncated(head.path);
    return tree;
}

HeaderTree describeNrrd(const FileHead& head) {
    HeaderTree tree;
    qsizetype at = 0;
    while (at < head.bytes.size()) {
        const qsizetype end = head.bytes.indexOf('\n', at);
        if (end < 0) break;
        const QByteArray line = head.bytes.mid(at, end - at).trimmed();
        const bool isFirst = at == 0;
        at = end + 1;
        if (line.isEmpty()) break;
        const qsizetype colon = line.indexOf(':');
        if (isFirst)
            tree.nodes.push_back(textNode("magic", line, false));
        else if (line.startsWith('#'))
            tree.nodes.push_back(textNode("comment", line.mid(1).trimmed(), true));
        else if (colon > 0) {
            const bool isFree = line.mid(colon, 2) == ":="; // a key of whoever wrote the file
            const QByteArray name = line.left(colon), field = name.toLower();
            tree.nodes.push_back(textNode(name, line.mid(colon + (isFree ? 2 : 1)).trimmed(),
                                          isFree || field == "content" || field == "data file" || field == "datafile"));
        }
    }
    return tree;
}

HeaderTree describeAnalyze(const FileHead& head) {
    HeaderTree tree;
    if (head.bytes.size() < 348) throwTruncated(head.path);
    addFields(tree, analyze, head.bytes, loadNumber<qint32>(head.bytes.constData(), false) != 348);
    return tree;
}

HeaderTree describeAfni(const FileHead& head) {
    // Free texts of whoever worked with the file: all but those that only name a kind
    constexpr const char* kinds[] = {"TYPESTRING", "BYTEORDER_STRING", "TEMPLATE_SPACE", "BRICK_KEYWORDS",
                                     "SCENE_DATA"};
    HeaderTree tree;
    QByteArray type, name, value;
    bool isValue = false;
    const auto end = [&] {
        const bool isKind = std::any_of(std::begin(kinds), std::end(kinds), [&](const char* k) { return name == k; });
        if (!name.isEmpty())
            tree.nodes.push_back(textNode(name, value.simplified(), type.startsWith("string") && !isKind));
        name.clear();
        value.clear();
        isValue = false;
    };
    for (const QByteArray& line : readWhole(head.path, head.gzipped, mostTextBytes).split('\n')) {
        const qsizetype equals = line.indexOf('=');
        const QByteArray key = equals < 0 ? QByteArray() : line.left(equals).trimmed();
        if (key == "type") {
            end();
            type = line.mid(equals + 1).trimmed();
        } else if (key == "name" && !isValue)
            name = line.mid(equals + 1).trimmed();
        else if (key == "count" && !isValue)
            isValue = true;
        else if (isValue)
            value += line + ' ';
    }
    end();
    return tree;
}

HeaderTree describeParRec(const FileHead& head) {
    HeaderTree tree;
    HeaderNode images = textNode("images", {}, false);
    for (const QByteArray& raw : readWhole(head.path, head.gzipped, mostTextBytes).split('\n')) {
        const QByteArray line = raw.trimmed();
        const qsizetype colon = line.indexOf(':');
        if (line.startsWith('.') && colon > 0) {
            const QByteArray name = line.mid(1, colon - 1).trimmed(), field = name.toLower();
            const bool tells = field.startsWith("patient name") || field.startsWith("examination") ||
                               field.startsWith("protocol name");
            tree.nodes.push_back(textNode(name, line.mid(colon + 1).trimmed(), tells));
        } else if (line.startsWith('#') && line.contains("Dataset name")) {
            tree.nodes.push_back(textNode("Dataset name", line.mid(colon + 1).trimmed(), true));
        } else if (!line.isEmpty() && line.front() >= '0' && line.front() <= '9') {
            images.children.push_back(
                textNode("image " + QByteArray::number(images.children.size() + 1), line.simplified(), false));
        }
    }
    images.value = QString::number(images.children.size());
    if (!images.children.empty()) tree.nodes.push_back(std::move(images));
    return tree;
}

} // namespace neuraxis::io
