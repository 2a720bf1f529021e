#pragma once

#include "core/io/pseudonym.h"

#include <QHash>
#include <QMap>
#include <memory>
#include <optional>
#include <vector>

class QLockFile;

namespace neuraxis::io {

/// Who is who: a file of rows that tie patient numbers to pseudonyms, with each participant's offset of dates and key
/// of identifiers. Only its owner can read it (mode 0600); it belongs in another place than the copies.
/// Several programs may use one at once.
class KeyTable {
  public:
    /// Reads the table, or begins one with the first entry. Throws Error: which line is no row, what to do.
    static KeyTable open(const QString& path);
    /// The participant's offset and key: made at random the first time, and the same from then on, for every patient
    /// number that goes under the pseudonym. On disk when it returns. `originalId` may be empty.
    /// Throws Error: the number has another pseudonym already; the file cannot be written.
    Pseudonym entryFor(const QString& originalId, const QString& pseudonym);
    /// The days to add to a participant's dates; nothing for who is not in the table.
    [[nodiscard]] std::optional<qint64> offsetOf(const QString& pseudonym) const;
    /// Days as a new participant gets them, at random.
    static qint64 newOffset();
    /// Enters participants who have these days by now. On disk when it returns. Throws Error: somebody else gave one of
    /// them others meanwhile; the file cannot be written.
    void add(const QMap<QString, qint64>& offsets);
    /// Whether the pseudonym goes with patient numbers, and not with this one: one person's, or another's.
    [[nodiscard]] bool hasOtherNumbers(const QString& originalId, const QString& pseudonym) const;
    [[nodiscard]] bool knows(const QString& pseudonym) const { return find(pseudonym) != nullptr; }
    /// The pseudonym that a patient number has; empty where it has none.
    [[nodiscard]] QString pseudonymOf(const QString& originalId) const;

  private:
    struct Row {
        QString originalId, pseudonym;
        qint64 dayOffset = 0;
        QByteArray uidKey;
    };
    explicit KeyTable(const QString& path) : path(path) {}
    void read();
    void write() const;
    [[nodiscard]] std::unique_ptr<QLockFile> locked() const;
    [[nodiscard]] const Row* find(const QString& pseudonym) const;
    const Row& append(Row row);

    QString path;
    std::vector<Row> rows;
    QHash<QString, std::size_t> byPseudonym, byId; ///< The first of each
};

} // namespace neuraxis::io
