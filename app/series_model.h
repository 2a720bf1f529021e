#pragma once

#include "core/io/scan.h"
#include "core/model/review_state.h"

#include <QAbstractListModel>
#include <QImage>
#include <functional>

namespace neuraxis {

/// The series that were found, read or not: what the series list shows.
class SeriesModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { SubtitleRole = Qt::UserRole + 1, ThumbnailRole, FindingsRole, WarnedRole, FailedRole };
    struct Entry {
        int id = -1;
        io::Found found;
        QString visit;                        ///< Of the participant, where a study knows it
        std::shared_ptr<const Volume> volume; ///< Null until read
        QImage thumbnail;
        QString error; ///< The sentence, when it could not be read
    };

    using QAbstractListModel::QAbstractListModel;
    void add(const std::vector<io::Found>& found, int firstId, const std::function<QString(const io::Found&)>& visitOf);
    void clear();
    void setVolume(int id, const std::shared_ptr<const Volume>& volume);
    /// Lets go of voxels that `state` does not show and that are not needed, the longest held first, until at most `bytes` are kept.
    void release(std::size_t bytes, const ReviewState& state, const std::vector<int>& needed);
    void setFailed(int id, const QString& sentence);
    [[nodiscard]] const Entry* entry(int id) const;
    [[nodiscard]] const Entry& at(int row) const { return entries[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  private:
    [[nodiscard]] int rowOf(int id) const;
    std::vector<Entry> entries;
};

} // namespace neuraxis
