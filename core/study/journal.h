#pragma once

#include "core/study/change.h"

#include <functional>

namespace neuraxis::study {

/// Changes of a study that wait on this machine for its server: in the user's data folder, a line of JSON for each
/// unit that was to be written as one. Programs of one user share it.
class Journal {
  public:
    /// `study`: the study's own id.
    explicit Journal(const QString& study);

    [[nodiscard]] bool isEmpty() const;
    /// All that waits, oldest first.
    [[nodiscard]] std::vector<Change> changes() const;
    /// On the disk when it returns. Throws io::Error.
    void append(const std::vector<Change>& unit);
    /// Has every unit written, oldest first, and empties the journal. A unit that `write` refuses for good is set aside
    /// in a file beside, and the sentence returned; at any other error all stays as it is, and the error is thrown on.
    QStringList merge(const std::function<void(const std::vector<Change>&)>& write);

  private:
    [[nodiscard]] std::vector<std::vector<Change>> units() const;
    void append(const QString& file, const QByteArray& line) const;

    QString file;
};

} // namespace neuraxis::study
