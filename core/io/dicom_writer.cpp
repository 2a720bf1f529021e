#include "core/io/dicom_writer.h"

#include "core/io/gdcm_module.h"
#include "core/io/packed_file.h"
#include "core/io/parallel.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>

namespace neuraxis::io {

QString uidFor(const QString& text) {
    QByteArray number = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(16);
    QString digits;
    while (!number.isEmpty()) { // long division of the 128 bit number by ten
        int rest = 0;
        for (char& byte : number) {
            const int value = rest * 256 + static_cast<quint8>(byte);
            byte = static_cast<char>(value / 10);
            rest = value % 10;
        }
        digits.prepend(QChar(u'0' + rest));
        while (number.startsWith('\0')) number.remove(0, 1);
    }
    return QStringLiteral("2.25.") + digits;
}

void writeMrSeries(const Volume& volume, const MrSeries& about, const QString& folder, Job& job) {
    Q_ASSERT(volume.header().type == StoredType::UInt16);
    const int slices = volume.header().size[2];
    job.expect(slices);
    inParallel(slices, job, [&](int slice) {
        const QString path = QDir(folder).filePath(QStringLiteral("IM_%1").arg(slice + 1, 4, 10, QLatin1Char('0')));
        const QString instanceUid = uidFor(QStringLiteral("%1 %2").arg(about.seriesUid).arg(slice));
        if (!gdcmModule().writeSlice(volume, about, slice, instanceUid, path))
            throw Error(
                QCoreApplication::translate("io", "%1 cannot be written. Choose another folder or free some space.")
                    .arg(fileName(path)));
        job.advance();
    });
}

} // namespace neuraxis::io
