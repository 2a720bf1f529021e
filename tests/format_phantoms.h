#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtEndian>
#include <cstring>
#include <utility>
#include <vector>
#include <zlib.h>

namespace neuraxis::test {

/// A valid file of one format, and what has to lie beside it. The first is the one that is opened.
struct FormatPhantom {
    QString name;
    QByteArray bytes;
    QList<std::pair<QString, QByteArray>> beside;
};

template <class T> QByteArray little(T number) {
    QByteArray bytes(sizeof number, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}
template <class T> QByteArray big(T number) {
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// int16 voxels 0, 1, 2 ... in either byte order.
inline QByteArray countingVoxels(int count, bool bigEndian = false) {
    QByteArray bytes;
    for (int i = 0; i < count; ++i) bytes += bigEndian ? big(static_cast<qint16>(i)) : little(static_cast<qint16>(i));
    return bytes;
}

/// One image of a PAR phantom: the columns that tests change; the rest is fixed.
struct ParLine {
    int slice = 1, echo = 1, dynamic = 1, phase = 1, type = 0, index = 0;
    double intercept = 0, slope = 2, scale = 0.5;
    double ap = 0, fh = 0, rl = 0; ///< Offcentre
    double echoMs = 30, beginS = 0, triggerMs = 0, b = 0;
    int bNumber = 1, gradientNumber = 1;
    double gradient[3] = {0, 0, 0}; ///< ap, fh, rl
    int label = 1, orientation = 1;
    double angles[3] = {0, 0, 0};
};

/// A PAR file of images of 4 x 3 voxels of 2 x 3 mm, 4 mm thick with a gap of 1 mm.
struct ParPhantom {
    QByteArray version = "V4.2";
    int bits = 16, slices = 2, dynamics = 1;
    double angles[3] = {0, 0, 0}, offCentre[3] = {0, 0, 0};
    QList<ParLine> lines;

    [[nodiscard]] QByteArray par() const {
        const auto number = [](double n) { return QByteArray::number(n, 'g', 9); };
        const auto three = [&](const double* n) { return number(n[0]) + ' ' + number(n[1]) + ' ' + number(n[2]); };
        QByteArray text =
            "# === DATA DESCRIPTION FILE ====\n#\n# CLINICAL TRYOUT             Research image export tool"
            "     " +
            version + "\n#\n# === GENERAL INFORMATION ====\n#\n";
        text += ".    Patient name                       :   Nobody\n"
                ".    Protocol name                      :   WIP Phantom\n"
                ".    Acquisition nr                     :   7\n"
                ".    Reconstruction nr                  :   2\n";
        text += ".    Max. number of slices/locations    :   " + QByteArray::number(slices) + '\n';
        text += ".    Max. number of dynamics            :   " + QByteArray::number(dynamics) + '\n';
        if (version.startsWith("V3"))
            text += ".    Image pixel size [8 or 16 bits]    :   " + QByteArray::number(bits) +
                    "\n.    Recon resolution (x, y)            :   4   3\n"
                    ".    Slice thickness [mm]               :   4.00\n"
                    ".    Slice gap [mm]                     :   1.00\n";
        text += ".    Repetition time [ms]               :   2500.000\n"
                ".    Angulation midslice(ap,fh,rl)[degr]:   " +
                three(angles) + '\n';
        text += ".    Off Centre midslice(ap,fh,rl) [mm] :   " + three(offCentre) + '\n';
        text +=
            ".    Dynamic scan      <0=no 1=yes> ?   :   1\n#\n# === IMAGE INFORMATION ====\n#  sl ec  dyn ph ty\n\n";
        for (const ParLine& l : lines) {
            QList<QByteArray> columns{number(l.slice), number(l.echo), number(l.dynamic),
                                      number(l.phase), number(l.type), "2",
                                      number(l.index)};
            if (!version.startsWith("V3"))
                columns << number(bits) << "100"
                        << "4"
                        << "3";
            columns << number(l.intercept) << number(l.slope) << number(l.scale) << "1000"
                    << "2000" << three(l.angles) << number(l.ap) << number(l.fh) << number(l.rl);
            if (!version.startsWith("V3"))
                columns << "4.000"
                        << "1.000";
            columns << "0" << number(l.orientation) << "0"
                    << "2"
                    << "2.000"
                    << "3.000" << number(l.echoMs) << number(l.beginS) << number(l.triggerMs) << number(l.b) << "1"
                    << "90.00";
            if (!version.startsWith("V3"))
                columns << "0"
                        << "0"
                        << "0"
                        << "27"
                        << "0.0";
            if (version >= "V4.1")
                columns << number(l.bNumber) << number(l.gradientNumber) << "7"
                        << "0" << three(l.gradient);
            if (version >= "V4.2") columns << number(l.label);
            text += "  " + columns.join(' ') + '\n';
        }
        return text + "\n# === END OF DATA DESCRIPTION FILE ====\n";
    }

    /// Voxel v of the image with index n is 100 n + v (of 8 bits: 20 n + v).
    [[nodiscard]] QByteArray rec() const {
        QByteArray bytes;
        for (int n = 0; n < lines.size(); ++n)
            for (int v = 0; v < 12; ++v)
                bytes += bits == 8 ? QByteArray(1, static_cast<char>(20 * n + v))
                                   : little(static_cast<quint16>(100 * n + v));
        return bytes;
    }
};

inline FormatPhantom parPhantom() {
    ParPhantom p;
    p.dynamics = 2;
    for (int n = 0; n < 4; ++n) {
        ParLine line;
        line.slice = 1 + n % 2;
        line.dynamic = 1 + n / 2;
        line.index = n;
        line.fh = 5.0 * (n % 2) - 2.5;
        line.beginS = 2.5 * (n / 2);
        p.lines << line;
    }
    return {QStringLiteral("p.par"), p.par(), {{QStringLiteral("p.rec"), p.rec()}}};
}

/// Analyze 7.5: 2 x 3 x 4 voxels of int16, as Mayo's header file lays it out.
inline QByteArray analyzeHeader(bool bigEndian) {
    QByteArray b(348, '\0');
    const auto put = [&](int at, auto number) {
        bigEndian ? qToBigEndian(number, b.data() + at) : qToLittleEndian(number, b.data() + at);
    };
    put(0, qint32(348));
    put(32, qint32(16384));
    b[38] = 'r';
    const qint16 dims[] = {4, 2, 3, 4, 1};
    for (int i = 0; i < 5; ++i) put(40 + 2 * i, dims[i]);
    put(70, qint16(4));
    put(72, qint16(16));
    const float pixdim[] = {0, 2, 3, 4};
    for (int i = 0; i < 4; ++i) put(76 + 4 * i, pixdim[i]);
    return b;
}

inline FormatPhantom analyzePhantom(bool bigEndian = false) {
    return {
        QStringLiteral("a.hdr"), analyzeHeader(bigEndian), {{QStringLiteral("a.img"), countingVoxels(24, bigEndian)}}};
}

inline FormatPhantom afniPhantom() {
    const QByteArray head = "\ntype  = string-attribute\nname  = TYPESTRING\ncount = 15\n'3DIM_HEAD_ANAT~\n"
                            "\ntype  = integer-attribute\nname  = ORIENT_SPECIFIC\ncount = 3\n 0 3 4\n"
                            "\ntype  = float-attribute\nname  = ORIGIN\ncount = 3\n -10 -20 30\n"
                            "\ntype  = float-attribute\nname  = DELTA\ncount = 3\n 2 3 4\n"
                            "\ntype  = integer-attribute\nname  = DATASET_RANK\ncount = 2\n 3 2\n"
                            "\ntype  = integer-attribute\nname  = DATASET_DIMENSIONS\ncount = 5\n 2 3 4 0 0\n"
                            "\ntype  = integer-attribute\nname  = BRICK_TYPES\ncount = 2\n 1 1\n"
                            "\ntype  = float-attribute\nname  = BRICK_FLOAT_FACS\ncount = 2\n 0 0.5\n"
                            "\ntype  = string-attribute\nname  = BYTEORDER_STRING\ncount = 10\n'LSB_FIRST~\n";
    return {QStringLiteral("a+orig.HEAD"), head, {{QStringLiteral("a+orig.BRIK"), countingVoxels(48)}}};
}

/// A classic netCDF file, written in the order of its specification.
class NetcdfPhantom {
  public:
    void dimension(const QByteArray& name, quint32 length) { dimensions.append({name, length}); }
    static QByteArray text(const QByteArray& name, const QByteArray& value) {
        return named(name) + big(quint32(2)) + big(quint32(value.size())) + padded(value);
    }
    static QByteArray doubles(const QByteArray& name, const QList<double>& values) {
        QByteArray bytes = named(name) + big(quint32(6)) + big(quint32(values.size()));
        for (const double v : values) bytes += big(v);
        return bytes;
    }
    /// `type` by netCDF's number; `ids` of dimensions, slowest first.
    void variable(const QByteArray& name, const QList<quint32>& ids, const QList<QByteArray>& attributes, quint32 type,
                  const QByteArray& data) {
        QByteArray head = named(name) + big(quint32(ids.size()));
        for (const quint32 id : ids) head += big(id);
        head += attributeList(attributes) + big(type) + big(quint32(data.size()));
        variables.append({head, padded(data)});
    }
    [[nodiscard]] QByteArray bytes() const {
        QByteArray start =
            QByteArray("CDF\1", 4) + big(quint32(0)) + big(quint32(10)) + big(quint32(dimensions.size()));
        for (const auto& [name, length] : dimensions) start += named(name) + big(length);
        start += attributeList({}) + big(quint32(11)) + big(quint32(variables.size()));
        qsizetype at = start.size();
        for (const auto& [head, data] : variables) at += head.size() + 4;
        QByteArray all = start;
        for (const auto& [head, data] : variables) {
            all += head + big(quint32(at));
            at += data.size();
        }
        for (const auto& [head, data] : variables) all += data;
        return all;
    }

  private:
    static QByteArray padded(const QByteArray& bytes) { return bytes + QByteArray((4 - bytes.size() % 4) % 4, '\0'); }
    static QByteArray named(const QByteArray& name) { return big(quint32(name.size())) + padded(name); }
    static QByteArray attributeList(const QList<QByteArray>& attributes) {
        if (attributes.isEmpty()) return QByteArray(8, '\0');
        return big(quint32(12)) + big(quint32(attributes.size())) + attributes.join();
    }
    QList<std::pair<QByteArray, quint32>> dimensions;
    QList<std::pair<QByteArray, QByteArray>> variables;
};

/// MINC 1: z, y, x of 4 x 3 x 2 voxels of int16; slice n has real values from n to n + 10 for 0 to 100.
inline QByteArray minc1Bytes(bool perSlice = true) {
    NetcdfPhantom file;
    file.dimension("zspace", 4);
    file.dimension("yspace", 3);
    file.dimension("xspace", 2);
    const auto space = [&](const QByteArray& name, double step, double start) {
        file.variable(name, {}, {NetcdfPhantom::doubles("step", {step}), NetcdfPhantom::doubles("start", {start})}, 4,
                      big(qint32(0)));
    };
    space("xspace", 2, -10);
    space("yspace", 3, -20);
    space("zspace", 4, 30);
    QByteArray voxels;
    for (int i = 0; i < 24; ++i) voxels += big(static_cast<qint16>(i));
    file.variable("image", {0, 1, 2},
                  {NetcdfPhantom::text("signtype", "signed__"), NetcdfPhantom::doubles("valid_range", {0, 100})}, 3,
                  voxels);
    QByteArray least, greatest;
    for (int n = 0; n < (perSlice ? 4 : 1); ++n) {
        least += big(double(n));
        greatest += big(double(n + 10));
    }
    const QList<quint32> by = perSlice ? QList<quint32>{0} : QList<quint32>{};
    file.variable("image-min", by, {}, 6, least);
    file.variable("image-max", by, {}, 6, greatest);
    return file.bytes();
}
inline FormatPhantom minc1Phantom() { return {QStringLiteral("m.mnc"), minc1Bytes(), {}}; }

/// An HDF5 file with symbol tables and version 1 headers, as HDF5 1.8 and MINC 2 write it.
class Hdf5Phantom {
  public:
    Hdf5Phantom() : all(96, '\0') {}
    static QByteArray message(quint16 type, QByteArray data) {
        data += QByteArray((8 - data.size() % 8) % 8, '\0');
        return little(type) + little(quint16(data.size())) + QByteArray(4, '\0') + data;
    }
    /// Types: 0x10 whole numbers, 0x11 reals, 0x13 text.
    static QByteArray datatype(int kind, int bytes, bool isSigned = true) {
        QByteArray d;
        d += char(kind);
        d += kind == 0x10 ? char(isSigned ? 8 : 0) : kind == 0x11 ? ' ' : '\0';
        d += kind == 0x11 ? char(bytes * 8 - 1) : '\0';
        d += '\0';
        d += little(quint32(bytes));
        if (kind == 0x10) d += little(quint16(0)) + little(quint16(bytes * 8));
        if (kind == 0x11)
            d += little(quint16(0)) + little(quint16(bytes * 8)) + char(52) + char(11) + char(0) + char(52) +
                 little(quint32(1023));
        return d;
    }
    static QByteArray dataspace(const QList<quint64>& shape) {
        QByteArray d;
        d += '\1';
        d += char(shape.size());
        d += QByteArray(6, '\0');
        for (const quint64 n : shape) d += little(n);
        return d;
    }
    static QByteArray attribute(const QByteArray& name, const QByteArray& type, const QList<quint64>& shape,
                                const QByteArray& value) {
        const auto padded = [](QByteArray b) { return b + QByteArray((8 - b.size() % 8) % 8, '\0'); };
        const QByteArray space = dataspace(shape), ended = name + '\0';
        return message(0x0c, QByteArray("\1\0", 2) + little(quint16(ended.size())) + little(quint16(type.size())) +
                                 little(quint16(space.size())) + padded(ended) + padded(type) + padded(space) + value);
    }
    static QByteArray text(const QByteArray& name, const QByteArray& value) {
        return attribute(name, datatype(0x13, static_cast<int>(value.size())), {}, value);
    }
    static QByteArray doubles(const QByteArray& name, const QList<double>& values) {
        QByteArray bytes;
        for (const double v : values) bytes += little(v);
        return attribute(name, datatype(0x11, 8), {quint64(values.size())}, bytes);
    }
    quint64 object(const QList<QByteArray>& messages) {
        const QByteArray body = messages.join();
        return add(QByteArray("\1\0", 2) + little(quint16(messages.size())) + little(quint32(1)) +
                   little(quint32(body.size())) + QByteArray(4, '\0') + body);
    }
    /// Data in one piece, or (`chunk` given) in deflated and shuffled chunks of that shape with one chunk in each row
    /// of `pieces`.
    quint64 dataset(const QByteArray& type, const QList<quint64>& shape, const QByteArray& data,
                    const QList<QByteArray>& attributes) {
        const quint64 at = add(data);
        QByteArray layout("\3\1", 2);
        layout += little(at) + little(quint64(data.size()));
        return object(QList<QByteArray>{message(1, dataspace(shape)), message(3, type), message(8, layout)} +
                      attributes);
    }
    quint64 chunked(const QByteArray& type, int bytes, const QList<quint64>& shape, const QList<quint64>& chunk,
                    const QList<std::pair<QList<quint64>, QByteArray>>& pieces, const QList<QByteArray>& attributes) {
        QByteArray node = "TREE";
        node += '\1';
        node += '\0';
        node += little(quint16(pieces.size())) + QByteArray(16, '\xff');
        for (const auto& [offset, data] : pieces) {
            QByteArray shuffled;
            for (int b = 0; b < bytes; ++b)
                for (qsizetype i = b; i < data.size(); i += bytes) shuffled += data[i];
            QByteArray packed(static_cast<qsizetype>(compressBound(static_cast<uLong>(data.size()))), '\0');
            uLongf length = static_cast<uLongf>(packed.size());
            compress(reinterpret_cast<Bytef*>(packed.data()), &length,
                     reinterpret_cast<const Bytef*>(shuffled.constData()), static_cast<uLong>(shuffled.size()));
            packed.truncate(static_cast<qsizetype>(length));
            const quint64 at = add(packed);
            node += little(quint32(packed.size())) + little(quint32(0));
            for (const quint64 o : offset) node += little(o);
            node += little(quint64(0)) + little(at);
        }
        for (const quint64 n : shape) node += little(n); // the key that ends the last chunk
        node += QByteArray(16, '\0');
        QByteArray layout("\3\2", 2);
        layout += char(shape.size() + 1);
        layout += little(add(node));
        for (const quint64 n : chunk) layout += little(quint32(n));
        layout += little(quint32(bytes));
        QByteArray filters("\1\2", 2);
        filters += QByteArray(6, '\0');
        for (const quint16 id : {quint16(2), quint16(1)}) // shuffle, then deflate
            filters += little(id) + little(quint16(0)) + little(quint16(1)) + little(quint16(1)) +
                       little(quint32(id == 2 ? bytes : 6)) + QByteArray(4, '\0');
        return object(QList<QByteArray>{message(1, dataspace(shape)), message(3, type), message(8, layout),
                                        message(11, filters)} +
                      attributes);
    }
    /// Names in alphabetical order.
    quint64 group(const QList<std::pair<QByteArray, quint64>>& members) {
        QByteArray names(8, '\0'), symbols = "SNOD";
        symbols += '\1';
        symbols += '\0';
        symbols += little(quint16(members.size()));
        for (const auto& [name, address] : members) {
            symbols += little(quint64(names.size())) + little(address) + QByteArray(24, '\0');
            names += name + QByteArray(8 - name.size() % 8, '\0');
        }
        const quint64 namesAt = add(names);
        const quint64 heap =
            add("HEAP" + QByteArray(4, '\0') + little(quint64(names.size())) + QByteArray(8, '\xff') + little(namesAt));
        const quint64 leaf = add(symbols);
        QByteArray tree = "TREE";
        tree += QByteArray(2, '\0');
        tree += little(quint16(1)) + QByteArray(16, '\xff') + little(quint64(0)) + little(leaf) + little(quint64(8));
        return object({message(0x11, little(add(tree)) + little(heap))});
    }
    [[nodiscard]] QByteArray bytes(quint64 root) const {
        QByteArray file = all;
        QByteArray super("\x89HDF\r\n\x1a\n\0\0\0\0\0\x8\x8\0\4\0\x10\0\0\0\0\0", 24);
        super += little(quint64(0)) + QByteArray(8, '\xff') + little(quint64(all.size())) + QByteArray(8, '\xff');
        super += little(quint64(0)) + little(root);
        file.replace(0, super.size(), super);
        return file;
    }

  private:
    quint64 add(const QByteArray& bytes) {
        all += QByteArray((8 - all.size() % 8) % 8, '\0');
        const auto at = static_cast<quint64>(all.size());
        all += bytes;
        return at;
    }
    QByteArray all;
};

/// MINC 2 with the voxels of minc1Bytes(): chunks of 3 slices by 3 rows, the last one beyond the image.
inline QByteArray minc2Bytes() {
    Hdf5Phantom file;
    const auto space = [&](double step, double start) {
        return file.dataset(Hdf5Phantom::datatype(0x10, 4), {}, little(qint32(0)),
                            {Hdf5Phantom::doubles("step", {step}), Hdf5Phantom::doubles("start", {start})});
    };
    const quint64 dimensions =
        file.group({{"xspace", space(2, -10)}, {"yspace", space(3, -20)}, {"zspace", space(4, 30)}});
    const QByteArray voxels = countingVoxels(24);
    const quint64 image = file.chunked(
        Hdf5Phantom::datatype(0x10, 2), 2, {4, 3, 2}, {3, 3, 2},
        {{{0, 0, 0}, voxels.left(36)}, {{3, 0, 0}, voxels.mid(36) + QByteArray(24, '\0')}},
        {Hdf5Phantom::text("dimorder", "zspace,yspace,xspace"), Hdf5Phantom::doubles("valid_range", {0, 100})});
    QByteArray least, greatest;
    for (int n = 0; n < 4; ++n) {
        least += little(double(n));
        greatest += little(double(n + 10));
    }
    const auto scale = [&](const QByteArray& values) {
        return file.dataset(Hdf5Phantom::datatype(0x11, 8), {4}, values, {Hdf5Phantom::text("dimorder", "zspace")});
    };
    const quint64 zero = file.group({{"image", image}, {"image-max", scale(greatest)}, {"image-min", scale(least)}});
    const quint64 minc = file.group({{"dimensions", dimensions}, {"image", file.group({{"0", zero}})}});
    return file.bytes(file.group({{"minc-2.0", minc}}));
}
inline FormatPhantom minc2Phantom() { return {QStringLiteral("m2.mnc"), minc2Bytes(), {}}; }

/// Superblock 2, object headers 2 with link messages, and data inside the header, as HDF5 1.8 and later may write;
/// `dense`: the attribute in a fractal heap, as today's MINC tools write it.
inline QByteArray newerMinc2Bytes(bool dense) {
    QByteArray all(48, '\0');
    const auto add = [&](const QByteArray& bytes) {
        const auto at = static_cast<quint64>(all.size());
        all += bytes;
        return at;
    };
    const auto message = [](int type, const QByteArray& data) {
        QByteArray m;
        m += char(type);
        return m + little(quint16(data.size())) + '\0' + data;
    };
    const auto object = [&](const QByteArray& messages) {
        QByteArray head("OHDR\2\1", 6); // the size in two bytes
        return add(head + little(quint16(messages.size())) + messages + QByteArray(4, '\0'));
    };
    const auto group = [&](const QByteArray& name, quint64 to) {
        QByteArray m("\1\0", 2);
        m += char(name.size());
        return object(message(6, m + name + little(to)));
    };
    const QByteArray dimorder = "zspace,yspace,xspace";
    QByteArray attribute("\3\0", 2);
    attribute += little(quint16(9)) + little(quint16(8)) + little(quint16(4)) + '\0' + QByteArray("dimorder\0", 9) +
                 Hdf5Phantom::datatype(0x13, static_cast<int>(dimorder.size())) + QByteArray("\2\0\0\0", 4) + dimorder;
    QByteArray attributes = message(12, attribute);
    if (dense) {
        const QByteArray nowhere(8, '\xff'), zero(8, '\0');
        const QByteArray blockHead = QByteArray("FHDB\0", 5) + zero + QByteArray(4, '\0'); // without a checksum
        const quint64 block = add(blockHead + attribute + QByteArray(512 - blockHead.size() - attribute.size(), '\0'));
        QByteArray heap("FRHP\0", 5);
        heap += little(quint16(8)) + little(quint16(0)) + '\0' + little(quint32(4096));
        heap += zero + nowhere + zero + nowhere; // huge objects and free space
        heap += little(quint64(512)) + little(quint64(512)) + zero + little(quint64(1));
        heap += zero + zero + zero + zero; // huge and tiny objects
        heap += little(quint16(4)) + little(quint64(512)) + little(quint64(65536)) + little(quint16(32)) +
                little(quint16(1)) + little(block) + little(quint16(0)) + QByteArray(4, '\0');
        const quint64 heapAt = add(heap);
        // An identifier: managed, four bytes of offset (32 bits), two of length (up to 4096)
        QByteArray record("\0", 1);
        record +=
            little(quint32(blockHead.size())) + little(quint16(attribute.size())) + '\0' + '\0' + QByteArray(8, '\0');
        const quint64 leaf = add("BTLF" + QByteArray("\0\x8", 2) + record + QByteArray(512, '\0'));
        QByteArray tree("BTHD\0\x8", 6);
        tree += little(quint32(512)) + little(quint16(17)) + little(quint16(0)) + QByteArray("\x64\x28", 2) +
                little(leaf) + little(quint16(1)) + little(quint64(1)) + QByteArray(4, '\0');
        attributes = message(0x15, QByteArray("\0\0", 2) + little(heapAt) + little(add(tree)));
    }
    const QByteArray space = QByteArray("\2\3\0\1", 4) + little(quint64(3)) + little(quint64(1)) + little(quint64(1));
    const quint64 image = object(message(1, space) + message(3, Hdf5Phantom::datatype(0x10, 1, false)) +
                                 message(8, QByteArray("\3\0", 2) + little(quint16(3)) + "\5\6\7") + attributes);
    const quint64 root = group("minc-2.0", group("image", group("0", group("image", image))));
    QByteArray super("\x89HDF\r\n\x1a\n\2\x8\x8\0", 12);
    super += little(quint64(0)) + QByteArray(8, '\xff') + little(quint64(all.size())) + little(root);
    all.replace(0, super.size(), super);
    return all;
}
inline FormatPhantom newerMinc2Phantom() { return {QStringLiteral("m3.mnc"), newerMinc2Bytes(true), {}}; }

/// One of each format that is only read, for the tests and the fuzzer that damage files.
inline QList<FormatPhantom> readOnlyPhantoms() {
    return {parPhantom(), analyzePhantom(), afniPhantom(), minc1Phantom(), minc2Phantom(), newerMinc2Phantom()};
}

} // namespace neuraxis::test
