#include "core/study/file_identity.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace neuraxis::study {

QString fileIdentity(const QString& path) {
    if (QFileInfo(path).isDir()) {
        // What every run of FreeSurfer makes anew comes first
        for (const char* defining : {"stats/aseg.stats", "surf/lh.thickness", "surf/rh.thickness", "surf/lh.white",
                                     "surf/lh.area", "mri/aseg.mgz", "mri/brain.mgz", "mri/orig.mgz"})
            if (const QString file = QDir(path).filePath(QLatin1String(defining)); QFileInfo(file).isFile())
                return fileIdentity(file);
        return {};
    }
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(file.read(64 * 1024));
    return QString::number(file.size()) + u'-' + QString::fromLatin1(hash.result().toHex());
}

} // namespace neuraxis::study
