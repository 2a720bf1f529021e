#include "core/io/netcdf_file.h"

#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"

namespace neuraxis::io {

namespace {

constexpr std::size_t greatestHeader = 16U << 20;

struct TypeRow {
    ArrayVariable::Kind kind;
    std::size_t bytes;
};
// By number: none, byte, char, short, int, float, double; in version 5 also ubyte, ushort, uint, int64, uint64.
constexpr TypeRow types[] = {
    {ArrayVariable::Kind::Other, 0},    {ArrayVariable::Kind::Signed, 1},   {ArrayVariable::Kind::Other, 1},
    {ArrayVariable::Kind::Signed, 2},   {ArrayVariable::Kind::Signed, 4},   {ArrayVariable::Kind::Float, 4},
    {ArrayVariable::Kind::Float, 8},    {ArrayVariable::Kind::Unsigned, 1}, {ArrayVariable::Kind::Unsigned, 2},
    {ArrayVariable::Kind::Unsigned, 4}, {ArrayVariable::Kind::Signed, 8},   {ArrayVariable::Kind::Unsigned, 8}};

quint64 padded(quint64 bytes) { return (bytes + 3) / 4 * 4; }

} // namespace

/// Reads the header's parts one after the other; what is not there ends in an Error.
struct NetcdfFile::Cursor {
    const QByteArray& bytes;
    const QString& path;
    int version;
    qsizetype at = 4;

    const char* take(quint64 count) {
        if (count > static_cast<quint64>(bytes.size() - at)) throwTruncated(path);
        const char* here = bytes.constData() + at;
        at += static_cast<qsizetype>(count);
        return here;
    }
    quint32 word() { return loadNumber<quint32>(take(4), true); }
    quint64 wide() { return loadNumber<quint64>(take(8), true); }
    quint64 size() { return version == 5 ? wide() : word(); }
    quint64 place() { return version == 1 ? word() : wide(); }
    /// How many entries a list has: each takes at least four bytes.
    quint64 count() {
        const quint64 n = size();
        if (n > static_cast<quint64>(bytes.size()) / 4) throwBadHeader(path, QStringLiteral("netCDF"));
        return n;
    }
    QByteArray name() {
        const quint64 length = size();
        QByteArray text(take(length), static_cast<qsizetype>(length));
        take(padded(length) - length);
        return text;
    }
    TypeRow type() {
        const quint32 code = word();
        if (code == 0 || code >= std::size(types)) throwBadHeader(path, QStringLiteral("netCDF type %1").arg(code));
        return types[code];
    }
    std::map<QByteArray, ArrayAttribute> attributes() {
        std::map<QByteArray, ArrayAttribute> all;
        word(); // the list's tag
        for (quint64 n = count(); n > 0; --n) {
            const QByteArray key = name();
            ArrayVariable like;
            const TypeRow row = type();
            const quint64 length = size();
            if (length > static_cast<quint64>(bytes.size())) throwTruncated(path);
            const char* values = take(length * row.bytes);
            take(padded(length * row.bytes) - length * row.bytes);
            ArrayAttribute& attribute = all[key];
            if (row.kind == ArrayVariable::Kind::Other)
                attribute.text = QByteArray(values, static_cast<qsizetype>(length));
            like.kind = row.kind;
            like.bytes = row.bytes;
            like.bigEndian = true;
            for (quint64 i = 0; row.kind != ArrayVariable::Kind::Other && i < std::min<quint64>(length, 4096); ++i)
                attribute.numbers.push_back(arrayNumber(like, reinterpret_cast<const std::byte*>(values), i));
        }
        return all;
    }
};

NetcdfFile::NetcdfFile(const FileHead& head) : file(head) {
    const QByteArray bytes = file.read(0, static_cast<std::size_t>(std::min<quint64>(file.size(), greatestHeader)));
    if (bytes.size() < 8) throwTruncated(file.name());
    Cursor cursor{bytes, file.name(), bytes[3]};
    quint64 records = cursor.size();
    cursor.word();
    std::vector<std::pair<QByteArray, quint64>> dimensions;
    for (quint64 n = cursor.count(); n > 0; --n) {
        const QByteArray name = cursor.name();
        dimensions.emplace_back(name, cursor.size());
    }
    cursor.attributes();
    cursor.word();
    for (quint64 n = cursor.count(); n > 0; --n) {
        const QByteArray name = cursor.name();
        Placed placed;
        ArrayVariable& v = placed.variable;
        for (quint64 d = cursor.count(), first = d; d > 0; --d) {
            const quint64 id = cursor.size();
            if (id >= dimensions.size()) throwBadHeader(file.name(), QStringLiteral("netCDF dimension %1").arg(id));
            v.dimensions.push_back(dimensions[id].first);
            v.shape.push_back(dimensions[id].second);
            if (d == first && v.shape.back() == 0) placed.perRecord = true;
        }
        v.attributes = cursor.attributes();
        const TypeRow row = cursor.type();
        v.kind = row.kind;
        v.bytes = row.bytes;
        v.bigEndian = true;
        // In netCDF a byte is what the attribute says, and unsigned when it says nothing.
        if (v.bytes == 1 && v.kind == ArrayVariable::Kind::Signed && !v.text("signtype").startsWith("signed"))
            v.kind = ArrayVariable::Kind::Unsigned;
        if (v.bytes > 1 && v.kind == ArrayVariable::Kind::Signed && v.text("signtype").startsWith("unsigned"))
            v.kind = ArrayVariable::Kind::Unsigned;
        cursor.size(); // the variable's length, which overflows for great ones: worked out instead
        placed.begin = cursor.place();
        variables.insert_or_assign(name, placed);
    }
    // A stream of unknown length: as many records as there are bytes for.
    int growing = 0;
    for (const auto& [name, v] : variables)
        if (v.perRecord) recordBytes += padded(bytesPerRecord(v)), ++growing;
    for (auto& [name, v] : variables) {
        if (!v.perRecord) continue;
        if (growing == 1) recordBytes = bytesPerRecord(v); // a single one is not padded
        if (records == 0xffffffffU && recordBytes > 0 && file.size() > v.begin)
            records = (file.size() - v.begin) / recordBytes;
        v.variable.shape[0] = records;
    }
    for (const auto& [name, v] : variables) {
        const auto elements = v.variable.elements();
        const quint64 bytes = !elements                    ? ~0ULL >> 1
                              : v.perRecord && records > 0 ? (records - 1) * recordBytes + bytesPerRecord(v)
                                                           : *elements * v.variable.bytes;
        if (v.begin > file.size() || bytes > file.size() - v.begin) throwTruncated(file.name());
    }
}

quint64 NetcdfFile::bytesPerRecord(const Placed& v) const {
    ArrayVariable one = v.variable;
    one.shape.front() = 1;
    const auto elements = one.elements();
    if (!elements || *elements * one.bytes > file.size()) throwTruncated(file.name());
    return *elements * one.bytes;
}

const ArrayVariable* NetcdfFile::variable(const QByteArray& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : &found->second.variable;
}

std::shared_ptr<std::byte> NetcdfFile::read(const QByteArray& name, std::size_t& bytes) {
    const Placed& v = variables.at(name);
    const auto elements = v.variable.elements();
    if (!elements || *elements * v.variable.bytes > file.size()) throwTruncated(file.name());
    bytes = static_cast<std::size_t>(*elements * v.variable.bytes);
    auto out = allocate(bytes, fileName(file.name()));
    if (!v.perRecord) {
        file.read(v.begin, out.get(), bytes);
        return out;
    }
    const auto each = static_cast<std::size_t>(bytesPerRecord(v));
    for (std::size_t r = 0; r * each < bytes; ++r) file.read(v.begin + r * recordBytes, out.get() + r * each, each);
    return out;
}

} // namespace neuraxis::io
