#pragma once

#include "core/model/header_rows.h"

#include <QFutureWatcher>
#include <QSet>
#include <QTimer>
#include <QWidget>
#include <functional>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;
class QStackedWidget;
class QTreeView;

namespace neuraxis {

class HeaderModel;

/// A window with the header of a file of one series, or of two series side by side. Reads, compares and searches on
/// another thread.
class HeaderView : public QWidget {
    Q_OBJECT
  public:
    struct Series {
        int id = -1;
        QString name;
        QStringList files;
    };
    /// Reads one file's header, on another thread; what goes wrong is the tree's problem.
    using Read = std::function<HeaderTree(const QString& path)>;

    explicit HeaderView(Read read, QWidget* parent = nullptr);
    /// The series to choose from; those chosen stay chosen.
    void setSeries(const QList<Series>& all);
    /// Shows the header of one series, or of two; `right` may be -1. Identifying values are hidden again.
    void choose(int left, int right = -1);

  protected:
    void keyPressEvent(QKeyEvent*) override;

  private:
    /// One side's choice of series and file.
    struct Side {
        QComboBox* series;
        QSlider* slider;
        QSpinBox* file;
        QLabel* of;
    };
    struct Wanted {
        QString paths[2];
        HeaderFilter filter;
        bool operator==(const Wanted&) const = default;
    };
    struct Result {
        Wanted wanted;
        HeaderShown shown;
    };
    Side makeSide(const QString& name, const QString& label, QGridLayout& grid, int row);
    void makeBar(QBoxLayout& column);
    void makeTree();
    void select(int left, int right);
    void showFiles(const Side& side, bool first);
    [[nodiscard]] QString path(const Side& side) const;
    [[nodiscard]] const Series* series(int id) const;
    void refresh();
    void take();
    void restoreExpanded(const QModelIndex& parent);
    void expandAll();
    void copy();

    Read read;
    QList<Series> all;
    Side left{}, right{};
    QLineEdit* search;
    QCheckBox *onlyDifferences, *identifying;
    QTreeView* tree;
    QStackedWidget* pages;
    QLabel *empty, *count, *problem;
    HeaderModel* model;
    QTimer delay;
    QFutureWatcher<Result> watcher;
    Wanted running;
    Result last;
    QSet<quint64> expanded; ///< Paths of the sequences that the user opened
    bool restoring = false;
};

} // namespace neuraxis
