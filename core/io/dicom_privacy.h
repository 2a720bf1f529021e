#pragma once

#include "core/io/dicom_dataset.h"
#include "core/model/header_tree.h"

#include <QStringList>

namespace neuraxis::io {

/// Whether an element's value may tell who was scanned: what the Basic Profile changes, every person's name, date,
/// time and station, and in private or unknown elements all but numbers. `isKnown`: a dictionary has the element.
/// Not what a series is called by, the words of the scan protocol: Person looks for the participant in these.
bool isIdentifying(const DicomElement& element, QByteArrayView vr, bool isKnown);
/// The same for an entry of a CSA header or a protocol, by its name and what it holds.
bool isIdentifying(QByteArrayView name, QByteArrayView vr, const QString& value);

/// What a file itself says of who was scanned, when and where, to find it where nobody expects it: in a comment, a
/// private text, a protocol.
class Person {
  public:
    /// Takes names, numbers, dates and the place from the data set.
    explicit Person(const DicomDataset& root);
    /// Of a name alone, where a format keeps no more.
    explicit Person(const QString& name);
    [[nodiscard]] bool isIn(const QString& text) const;
    /// The text with each of them replaced by "…".
    [[nodiscard]] QString removedFrom(QString text) const;
    /// Marks every text below that holds one of them as a word.
    void markIn(std::vector<HeaderNode>& nodes) const;

  private:
    void take(const QString& word, int shortest);
    void takeName(const QString& name);
    /// Where one of them stands as a word at or after `from`, and how long it is; -1 where none does.
    [[nodiscard]] std::pair<qsizetype, qsizetype> next(const QString& text, qsizetype from) const;
    QStringList words;
};

/// What a file calls its series, without who was scanned: it is drawn on pictures and names the files written.
QString descriptionWithoutPerson(const DicomDataset& root, const QString& description);

} // namespace neuraxis::io
