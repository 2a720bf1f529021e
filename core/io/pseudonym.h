#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace neuraxis::io {

/// Under what a participant's images are copied, and the secrets that every copy of theirs shares.
struct Pseudonym {
    QString participant;        ///< In place of name and patient number
    QString visit;              ///< Label of the time point; may be empty
    qint64 dayOffset = 0;       ///< Added to every date, so that intervals stay true
    QByteArray uidKey;          ///< By which identifiers are mapped; who has it can tell which belongs to which
    bool allowCaptures = false; ///< Screen captures and pixels with text in them are copied too

    /// Another identifier, under 2.25: the same for the same one and key (HMAC-SHA256). Those of the DICOM standard
    /// itself (1.2.840.10008.) stay.
    [[nodiscard]] QByteArray mappedUid(const QByteArray& uid) const;
    [[nodiscard]] QDate shifted(const QDate& day) const { return day.addDays(dayOffset); }
    /// A value of VR DA or DT with its dates shifted and its times kept; empty where one is no whole date.
    [[nodiscard]] QByteArray shifted(const QByteArray& dates) const;
};

} // namespace neuraxis::io
