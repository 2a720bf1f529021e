#include "core/io/pseudonym.h"

#include "core/io/dicom_writer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

namespace neuraxis::io {

QByteArray Pseudonym::mappedUid(const QByteArray& uid) const {
    static const QRegularExpression standards(QStringLiteral("^1\\.2\\.840\\.10008(?:\\.\\d{1,4})+$"));
    if (uid.isEmpty() || standards.match(QString::fromLatin1(uid)).hasMatch()) return uid;
    const QByteArray code = QMessageAuthenticationCode::hash(uid, uidKey, QCryptographicHash::Sha256);
    return uidFor(QString::fromLatin1(code.toHex())).toLatin1();
}

QByteArray Pseudonym::shifted(const QByteArray& dates) const {
    // The second form is that of ACR-NEMA, before 1993; behind the day of a DT come its time and zone.
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4})(\\.?)(\\d\\d)\\2(\\d\\d)(\\d{0,6}(?:\\.\\d{1,6})?(?:[+-]\\d{4})?)$"));
    QByteArrayList all;
    for (const QByteArray& one : dates.split('\\')) {
        const auto match = form.match(QString::fromLatin1(one.trimmed()));
        const QDate day(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
        const QDate moved = shifted(day);
        if (!day.isValid() || moved.year() < 1 || moved.year() > 9999) return {};
        all << moved.toString(QStringLiteral("yyyyMMdd")).toLatin1() + match.captured(5).toLatin1();
    }
    return all.join('\\');
}

} // namespace neuraxis::io
