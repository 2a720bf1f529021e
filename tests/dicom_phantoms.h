#pragma once

#include "tests/dicom_encoders.h"
#include "tests/dicom_phantom.h"
#include "tests/format_phantoms.h"

namespace neuraxis::test {

/// Siemens' CSA header, version 2 (domain.md 2.4): names with their texts.
inline QByteArray csaHeader(const QList<std::pair<QByteArray, QByteArrayList>>& tags) {
    const auto number = [](qint32 n) { return little(n); };
    QByteArray csa = "SV10\4\3\2\1" + number(static_cast<qint32>(tags.size())) + number(77);
    for (const auto& [name, items] : tags) {
        csa += name + QByteArray(64 - name.size(), '\0') + number(static_cast<qint32>(items.size())) +
               QByteArray("DS\0\0", 4) + number(3) + number(static_cast<qint32>(items.size())) + number(77);
        for (QByteArray item : items) {
            const auto length = static_cast<qint32>(item.size());
            item += QByteArray((4 - item.size() % 4) % 4, '\0');
            csa += number(length) + number(length) + number(77) + number(length) + item;
        }
    }
    return csa;
}

/// Small DICOM files of each kind, with a place in space, that all open.
inline QList<FormatPhantom> dicomPhantoms() {
    QList<FormatPhantom> all;
    const auto add = [&](const QByteArray& bytes) { all.append({QStringLiteral("IM_0001"), bytes, {}}); };
    constexpr int columns = 16, rows = 16;
    const auto placed = [](DicomFile file) {
        file.text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\ND");
        file.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4");
        file.text(0x00080018, "UI", "2.25.8");
        file.text(0x00080060, "CS", "MR");
        file.text(0x00180050, "DS", "3");
        file.text(0x00180081, "DS", "4.6");
        file.text(0x00200013, "IS", "1");
        if (!file.elements.contains(0x00280008)) { // frames at one place would be copies of each other
            file.text(0x00200032, "DS", "-10\\20.5\\7");
            file.text(0x00200037, "DS", "1\\0\\0\\0\\1\\0");
        }
        file.text(0x00280030, "DS", "2\\1.5");
        file.text(0x00281050, "DS", "40\\300");
        file.text(0x00281051, "DS", "400\\1500");
        file.text(0x00281052, "DS", "-5");
        file.text(0x00281053, "DS", "2");
        return file;
    };
    const auto pixels = [](int bytes) {
        QByteArray b;
        for (int i = 0; i < bytes; ++i) b += static_cast<char>(i * 37 % 251);
        return b;
    };

    // Plain ones
    DicomPhantom classic;
    add(classic.bytes());
    classic.isImplicit = true;
    classic.frames = 3;
    add(classic.bytes());
    classic.isImplicit = false;
    classic.bigEndian = true;
    classic.characterSet = "ISO 2022 IR 13\\ISO 2022 IR 87";
    classic.description = "\xd4\xcf\xc0\xde \x1b$B;3ED\x1b(J^a";
    add(classic.bytes());
    for (const char* syntax : {"1.2.840.10008.1.2.1.99", "1.2.840.113619.5.2"}) {
        DicomFile file = placed(DicomFile(columns, rows, 1, 16));
        file.syntax = syntax;
        file.isImplicit = QByteArray(syntax).startsWith("1.2.840.1136");
        file.setBits(16, 12, 11, true);
        file.setPixels(pixels(columns * rows * 2));
        add(file.bytes());
    }
    for (const int bits : {1, 12, 32}) {
        DicomFile file = placed(DicomFile(5, 3, 3, bits));
        file.setPixels(pixels((45 * bits + 7) / 8));
        add(file.bytes());
    }
    DicomFile real = placed(DicomFile(columns, rows, 1, 32));
    real.elements[0x7fe00008] = {"OF", QByteArray(columns * rows * 4, '\1')};
    add(real.bytes());

    // Compressed ones: of one sample, of colour, of several frames with an offset table
    for (const char* syntax :
         {"1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70",
          "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.8.1"}) {
        const QByteArray name(syntax);
        const bool deflated = name.endsWith("8.1"), eight = name.endsWith("4.50");
        const int bits = eight ? 8 : 16;
        const QByteArray plain = pixels(columns * rows * bits / 8);
        const QByteArray frame =
            deflated ? DicomFile::deflated(plain) : compressed({columns, rows, bits, bits}, plain, syntax);
        DicomFile file = placed(DicomFile(columns, rows, 2, bits));
        file.syntax = name;
        file.setFragments({frame, frame}, little(quint32(0)) + little(quint32(DicomFile::item(frame).size())));
        add(file.bytes());
        if (deflated || eight) continue;
        DicomFile colour = placed(DicomFile(columns, rows, 1, 8));
        colour.syntax = name;
        colour.setColour(name.endsWith("90") ? "YBR_RCT" : "RGB");
        colour.setFragments({compressed({columns, rows, 8, 8, false, 3}, pixels(columns * rows * 3), syntax)});
        add(colour.bytes());
    }

    // Colours
    for (const char* photometric : {"RGB", "YBR_FULL_422", "PALETTE COLOR"}) {
        DicomFile file = placed(DicomFile(columns, rows, 1, 8));
        const bool palette = QByteArray(photometric).startsWith("PAL");
        if (palette) {
            file.text(0x00280004, "CS", photometric);
            for (quint32 c = 0; c < 3; ++c) {
                file.numbers(0x00281101 + c, "US", {10, 0, 16});
                QByteArray table;
                for (const int n : {0, 2, 0, 100 << 8, 1, 4, 200 << 8, 2, 1, 8, 0})
                    DicomFile::number(table, n, 2, false);
                file.elements[0x00281221 + c] = {"OW", table};
            }
        } else
            file.setColour(photometric);
        file.setPixels(pixels(columns * rows *
                              (palette                                           ? 1
                               : file.elements[0x00280004].value.endsWith("422") ? 2
                                                                                 : 3)),
                       "OB");
        add(file.bytes());
    }

    // An Enhanced object with a private header in each frame, as Philips'
    const auto element = [](quint32 tag, const char* vr, QByteArray value) {
        QByteArray b;
        DicomFile::number(b, tag >> 16, 2, false);
        DicomFile::number(b, tag & 0xffff, 2, false);
        if (value.size() % 2) value += ' ';
        b += vr;
        const bool wide = QByteArray(vr) == "SQ";
        if (wide) b += QByteArray(2, '\0');
        DicomFile::number(b, value.size(), wide ? 4 : 2, false);
        return b + value;
    };
    const auto sequence = [&](quint32 tag, const QByteArray& inside) {
        return element(tag, "SQ", DicomFile::item(inside));
    };
    DicomFile enhanced = placed(DicomFile(columns, rows, 4, 16));
    enhanced.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4.1");
    QByteArray perFrame;
    for (int f = 0; f < 4; ++f) {
        QByteArray index;
        for (const int n : {1, f / 2 + 1, f % 2 + 1}) DicomFile::number(index, n, 4, false);
        perFrame += DicomFile::item(
            sequence(0x00189114, element(0x00189082, "FD", little(f % 2 ? 7.0 : 3.0))) +
            sequence(0x00189117,
                     element(0x00189075, "CS", "DIRECTIONAL") + element(0x00189087, "FD", little(1000.0)) +
                         sequence(0x00189076, element(0x00189089, "FD", little(1.0) + little(0.0) + little(0.0)))) +
            sequence(0x00209111, element(0x00209056, "SH", "1") +
                                     element(0x00209057, "UL", little(quint32(f / 2 + 1))) +
                                     element(0x00209157, "UL", index)) +
            sequence(0x00209113, element(0x00200032, "DS", "1\\2\\" + QByteArray::number(3 * (f / 2)))) +
            sequence(0x00289145, element(0x00281052, "DS", "0") + element(0x00281053, "DS", "1.5")) +
            element(0x20050010, "LO", "Philips MR Imaging DD 005") +
            sequence(0x2005100f, element(0x00200032, "DS", "9\\9\\9") +
                                     element(0x20050010, "LO", "Philips MR Imaging DD 001") +
                                     element(0x2005100e, "FL", little(0.25F))));
    }
    enhanced.elements[0x52009229] = {
        "SQ",
        DicomFile::item(sequence(0x00209116, element(0x00200037, "DS", "1\\0\\0\\0\\1\\0")) +
                        sequence(0x00289110, element(0x00180050, "DS", "3") + element(0x00280030, "DS", "2\\2")))};
    enhanced.elements[0x52009230] = {"SQ", perFrame};
    enhanced.elements[0x00209222] = {"SQ",
                                     DicomFile::item(element(0x00209165, "AT", QByteArray("\x20\0\x57\x90", 4))) +
                                         DicomFile::item(element(0x00209165, "AT", QByteArray("\x18\0\x82\x90", 4)))};
    enhanced.setPixels(pixels(columns * rows * 8));
    add(enhanced.bytes());

    // A mosaic of four slices with its CSA header
    DicomFile mosaic = placed(DicomFile(columns, rows, 1, 16));
    mosaic.text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC");
    mosaic.text(0x00080070, "LO", "SIEMENS");
    mosaic.text(0x00290010, "LO", "SIEMENS CSA HEADER");
    mosaic.elements[0x00291010] = {"OB", csaHeader({{"NumberOfImagesInMosaic", {"4"}},
                                                    {"SliceNormalVector", {"0.0", "0.0", "-1.0"}},
                                                    {"B_value", {"1000"}},
                                                    {"DiffusionGradientDirection", {"1.0", "0.0", "0.0"}},
                                                    {"B_matrix", {"1000", "0", "0", "0", "0", "0"}},
                                                    {"MosaicRefAcqTimes", {"0.0", "500.0", "250.0", "750.0"}},
                                                    {"PhaseEncodingDirectionPositive", {"1"}},
                                                    {"BandwidthPerPixelPhaseEncode", {"17.5"}}})};
    mosaic.setPixels(pixels(columns * rows * 2));
    add(mosaic.bytes());
    return all;
}

} // namespace neuraxis::test
