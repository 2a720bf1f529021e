#pragma once

#include <QByteArray>
#include <QMap>
#include <QtEndian>
#include <cstring>
#include <utility>
#include <vector>
#include <zlib.h>

namespace neuraxis::test {

/// A DICOM file put together element by element, in any syntax, with pixels of any kind.
class DicomFile {
  public:
    QByteArray syntax = "1.2.840.10008.1.2.1";
    bool isImplicit = false, bigEndian = false;
    bool preamble = true, meta = true;

    struct Element {
        QByteArray vr, value;
        bool undefinedLength = false; ///< `value` then holds items and their end
    };
    QMap<quint32, Element> elements;

    /// An image without a place in space, of `columns` by `rows` by `frames` pixels.
    DicomFile(int columns, int rows, int frames, int bitsAllocated, bool isSigned = false) {
        text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7");
        text(0x00080060, "CS", "OT");
        text(0x0020000d, "UI", "2.25.5");
        text(0x0020000e, "UI", "2.25.7");
        text(0x00280004, "CS", "MONOCHROME2");
        if (frames > 1) text(0x00280008, "IS", QByteArray::number(frames));
        for (const auto& [tag, value] : {std::pair{0x00280002U, 1}, {0x00280010U, rows}, {0x00280011U, columns}})
            numbers(tag, "US", {value});
        setBits(bitsAllocated, bitsAllocated, bitsAllocated - 1, isSigned);
    }

    void text(quint32 tag, const char* vr, const QByteArray& value) { elements[tag] = {vr, value}; }
    /// Numbers are laid down in the file's byte order by bytes(), so the syntax may be set later.
    void numbers(quint32 tag, const char* vr, const std::vector<int>& values) {
        elements[tag] = {vr, {}};
        binary[tag] = values;
    }
    void setBits(int allocated, int stored, int high, bool isSigned) {
        numbers(0x00280100, "US", {allocated});
        numbers(0x00280101, "US", {stored});
        numbers(0x00280102, "US", {high});
        numbers(0x00280103, "US", {isSigned ? 1 : 0});
    }
    void setColour(const QByteArray& photometric, bool planar = false) {
        text(0x00280004, "CS", photometric);
        numbers(0x00280002, "US", {3});
        numbers(0x00280006, "US", {planar ? 1 : 0});
    }
    void setPixels(const QByteArray& bytes, const char* vr = "OW") { elements[0x7fe00010] = {vr, bytes}; }
    /// Fragments behind an offset table, as they lie in encapsulated files.
    void setFragments(const std::vector<QByteArray>& fragments, const QByteArray& table = {}) {
        QByteArray all = item(table);
        for (const QByteArray& fragment : fragments) all += item(fragment);
        elements[0x7fe00010] = {"OB", all + QByteArray("\xfe\xff\xdd\xe0\0\0\0\0", 8), true};
    }
    static QByteArray item(const QByteArray& inside) {
        QByteArray even = inside;
        if (even.size() % 2) even += '\0';
        QByteArray begin("\xfe\xff\0\xe0\0\0\0\0", 8);
        qToLittleEndian(static_cast<quint32>(even.size()), begin.data() + 4);
        return begin + even;
    }

    [[nodiscard]] QByteArray bytes() const {
        QByteArray start;
        if (preamble) start = QByteArray(128, '\0') + "DICM";
        if (meta) append(start, 0x00020010, {"UI", syntax}, true, false);
        QByteArray body;
        for (auto e = elements.begin(); e != elements.end(); ++e) {
            Element element = e.value();
            if (binary.contains(e.key()))
                for (const int n : binary[e.key()]) number(element.value, n, element.vr[1] == 'L' ? 4 : 2, bigEndian);
            append(body, e.key(), element, !isImplicit, bigEndian);
        }
        return start + (syntax == "1.2.840.10008.1.2.1.99" ? deflated(body) : body);
    }

    /// `window` -15 gives a bare deflate stream, 15 one with zlib's wrapping.
    static QByteArray deflated(const QByteArray& plain, int window = -15) {
        z_stream stream{};
        deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
        QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.constData()));
        stream.avail_in = static_cast<uInt>(plain.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        ::deflate(&stream, Z_FINISH);
        out.truncate(static_cast<qsizetype>(stream.total_out));
        deflateEnd(&stream);
        return out;
    }

    /// PackBits after PS3.5 annex G: a stream for each byte of each sample, the highest byte first.
    static QByteArray runLengths(const QByteArray& plain, int bytesPerSample, int samples) {
        const int count = bytesPerSample * samples;
        QByteArray head, streams;
        number(head, count, 4, false);
        for (int s = 0; s < count; ++s) {
            number(head, 64 + streams.size(), 4, false);
            QByteArray one;
            const int from = s / bytesPerSample * bytesPerSample + bytesPerSample - 1 - s % bytesPerSample;
            for (qsizetype i = from; i < plain.size(); i += count) one += plain[i];
            for (qsizetype at = 0; at < one.size();) {
                qsizetype run = 1;
                while (run < 128 && at + run < one.size() && one[at + run] == one[at]) ++run;
                qsizetype single = 1;
                while (single < 128 && at + single < one.size() && one[at + single] != one[at + single - 1]) ++single;
                if (run > 2) {
                    streams += static_cast<char>(1 - run);
                    streams += one[at];
                    at += run;
                } else {
                    streams += static_cast<char>(single - 1);
                    streams += one.mid(at, single);
                    at += single;
                }
            }
            if (streams.size() % 2) streams += '\0';
        }
        return head + QByteArray(64 - head.size(), '\0') + streams;
    }

    static void number(QByteArray& to, qint64 value, int width, bool big) {
        for (int i = 0; i < width; ++i) to += static_cast<char>(value >> 8 * (big ? width - 1 - i : i));
    }

  private:
    QMap<quint32, std::vector<int>> binary;

    static void append(QByteArray& to, quint32 tag, const Element& e, bool isExplicit, bool big) {
        QByteArray value = e.value;
        if (value.size() % 2 && tag != 0x7fe00010) value += e.vr == "UI" ? '\0' : ' ';
        number(to, tag >> 16, 2, big);
        number(to, tag & 0xffff, 2, big);
        const bool wide = e.vr[0] == 'O' || e.vr == "SQ" || e.vr == "UN";
        const quint32 length = e.undefinedLength ? 0xffffffff : static_cast<quint32>(value.size());
        if (isExplicit) to += e.vr;
        if (isExplicit && wide) to += QByteArray(2, '\0');
        number(to, length, isExplicit && !wide ? 2 : 4, big);
        to += value;
    }
};

} // namespace neuraxis::test
