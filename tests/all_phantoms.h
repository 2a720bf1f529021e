#pragma once

#include "core/io/format.h"
#include "core/io/write.h"
#include "tests/dicom_phantoms.h"
#include "tests/format_phantoms.h"
#include "tests/surface_phantoms.h"

#include <QTemporaryDir>
#include <algorithm>

namespace neuraxis::test {

/// A small volume in each form that a format is written in.
inline QList<FormatPhantom> writtenPhantoms() {
    QList<FormatPhantom> all;
    const QTemporaryDir dir;
    for (const QString& suffix : io::writableSuffixes())
        for (const StoredType type : {StoredType::Int16, StoredType::Float64, StoredType::Rgb24}) {
            if (type == StoredType::Rgb24 && suffix.startsWith(QStringLiteral(".mg"))) continue;
            VolumeHeader header;
            header.size = {6, 5, 4};
            header.type = type;
            header.volumes = type == StoredType::Float64 ? 2 : 1;
            header.voxelToLps = Affine({2, 0, 0}, {0, 2, 0.5}, {0, -0.5, 3}, {-10, 20.5, 7});
            const std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
            for (std::size_t i = 0; i < header.bytes(); ++i) voxels.get()[i] = static_cast<std::byte>(i % 63);
            io::Job job;
            const QString name = QStringLiteral("v") + suffix;
            io::write(Volume(header, voxels), dir.filePath(name), job);
            QFile file(dir.filePath(name));
            if (!file.open(QFile::ReadOnly)) qFatal("cannot read what was written");
            all.append({name, file.readAll(), {}});
        }
    return all;
}

/// Voxels in a file of their own, and headers in the other byte order.
inline QList<FormatPhantom> pairedPhantoms() {
    QList<FormatPhantom> all;
    for (const FormatPhantom& phantom : writtenPhantoms()) {
        if (phantom.name != QStringLiteral("v.nii") || phantom.bytes[70] != 4) continue;
        QByteArray header = phantom.bytes.left(348) + QByteArray(4, '\0');
        header.replace(344, 3, "ni1");
        header.replace(108, 4, QByteArray(4, '\0'));
        all.append({QStringLiteral("v.hdr"), header, {{QStringLiteral("v.img"), phantom.bytes.mid(352)}}});
    }
    const QByteArray nrrd = "NRRD0005\ntype: short\ndimension: 3\nspace: left-posterior-superior\nsizes: 4 3 2\n"
                            "space directions: (2,0,0) (0,2,0) (0,0,3)\nkinds: domain domain domain\nendian: big\n"
                            "encoding: raw\nspace origin: (1,2,3)\n";
    all.append({QStringLiteral("v.nhdr"),
                nrrd + "data file: v.raw\n\n",
                {{QStringLiteral("v.raw"), countingVoxels(24, true)}}});
    all.append({QStringLiteral("v.nrrd"), nrrd + "\n" + countingVoxels(24, true), {}});
    return all;
}

/// Valid files of one format, in the order in which scans offer files to formats.
inline QList<FormatPhantom> phantomsOf(const io::Format& format) {
    static const QList<FormatPhantom> everything =
        dicomPhantoms() + writtenPhantoms() + pairedPhantoms() + readOnlyPhantoms() + surfacePhantoms();
    QList<FormatPhantom> all;
    for (const FormatPhantom& p : everything) {
        const QTemporaryDir dir;
        QFile file(dir.filePath(p.name));
        if (!file.open(QFile::WriteOnly) || file.write(p.bytes) != p.bytes.size()) qFatal("cannot write a phantom");
        file.close();
        const io::FileHead head = io::readHead(file.fileName());
        const auto formats = io::formats();
        const auto first = std::find_if(formats.begin(), formats.end(), [&](const io::Format& f) {
            return f.recognises(head.bytes, p.name.toLower());
        });
        if (first != formats.end() && &*first == &format) all.append(p);
    }
    return all;
}

/// Writes a phantom and what lies beside it into a folder.
inline void putAll(const QTemporaryDir& dir, const FormatPhantom& phantom) {
    writeFile(dir.filePath(phantom.name), phantom.bytes);
    for (const auto& [name, bytes] : phantom.beside) writeFile(dir.filePath(name), bytes);
}

/// A format by the name the table gives it, in any case and without its punctuation; null when there is none.
inline const io::Format* formatNamed(const QString& name) {
    const auto plain = [](const QString& text) {
        QString letters;
        for (const QChar c : text.toLower())
            if (c.isLetterOrNumber()) letters += c;
        return letters;
    };
    for (const io::Format& format : io::formats())
        if (plain(QLatin1String(format.name)) == plain(name)) return &format;
    return nullptr;
}

} // namespace neuraxis::test
