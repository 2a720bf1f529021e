#pragma once

#include <QStyledItemDelegate>

namespace neuraxis {

/// A series in the list: its picture, name, size, and a quiet mark where something is to be known about it.
class SeriesDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    /// The model's roles for the subtitle (QString), picture (QImage), findings (QStringList), whether one is more
    /// than a note (bool), and whether it failed (bool).
    struct Roles {
        int subtitle, picture, findings, warned, failed;
    };
    SeriesDelegate(Roles roles, QObject* parent) : QStyledItemDelegate(parent), roles(roles) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    Roles roles;
};

} // namespace neuraxis
