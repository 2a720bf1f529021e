#pragma once

#include "core/io/dicom_dictionary.h"

#include <QRegularExpression>

namespace neuraxis::io {

/// All words by which a data set tells who was scanned, by whom, where and when: every person's name and the numbers
/// of person, examination and device in it, wherever they stand. For copies that must not hold one of them; Person,
/// which marks a header for its reader, takes fewer, and only as whole words.
class IdentityWords {
  public:
    IdentityWords(const DicomDataset& root, DicomDictionary& dictionary);
    /// The text with each of them, every date and every identifier replaced by "…". Long words are found within
    /// others too ("T1JANSEN2"), short ones and numbers where they stand alone.
    [[nodiscard]] QString removedFrom(QString text) const;
    /// Whether one stands in a code, where only whole words count.
    [[nodiscard]] bool isIn(const QString& code) const { return alone.match(code).hasMatch(); }

  private:
    QRegularExpression anywhere, alone;
};

} // namespace neuraxis::io
