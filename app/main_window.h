#pragma once

#include "app/loader.h"
#include "app/series_model.h"
#include "app/settings.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QListView;
class QProgressBar;
class QStackedWidget;
class QToolButton;

namespace neuraxis {

class BrainMasker;
class Canvas;
class ReadOut;
class StartPage;

/// The window: puts the views, panels and actions in their places and passes on what the loader brings.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    MainWindow(Review& review, Navigation& navigation, Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const QStringList& paths, bool asOverlay = false);
    /// Shows a series of the list: as the only volume, or over those shown.
    void show(int id, bool asOverlay);
    using QWidget::show;
    /// Shows the series `by` places further in the list.
    void showNeighbour(int by);

    [[nodiscard]] Canvas& canvas() { return *views; }
    [[nodiscard]] Review& document() { return review; }
    [[nodiscard]] Navigation& place() { return navigation; }
    [[nodiscard]] Settings& preferences() { return settings; }
    [[nodiscard]] SeriesModel& series() { return *seriesModel; }
    [[nodiscard]] Loader& reader() { return *loader; }
    /// Asks which mouse preset to use until it has been answered once.
    void askMousePreset();
    void setMousePreset(const QString& name);
    void setTheme(Theme theme);
    /// Shows or hides the side panels; an empty window has none.
    void setPanels(bool shown);
    void refreshRecent();
    /// A sentence in the status bar, for a while.
    void say(const QString& sentence);

  Q_SIGNALS:
    /// Theme, language or mouse preset changed.
    void preferencesChanged();

  protected:
    void closeEvent(QCloseEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;

  private:
    void layOut();
    QWidget* makeMouseQuestion();
    void makePanels();
    void makeStatusBar();
    void connectViews();
    void connectLoader();
    void showBusy();
    void showReadOut(const std::optional<WorldPoint>& pointer);
    void showPage();
    void display(const std::shared_ptr<const Volume>& volume, bool asOverlay);
    void showSkipped();

    Review& review;
    Navigation& navigation;
    Settings& settings;
    Loader* loader;
    SeriesModel* seriesModel;
    BrainMasker* masker;
    QStackedWidget* pages;
    StartPage* startPage;
    Canvas* views;
    QWidget* mouseQuestion;
    QListView* seriesList;
    ReadOut* readOut;
    QLabel* message;
    QToolButton *skippedButton, *cancelButton;
    QProgressBar* progress;
    QTimer progressTimer, messageTimer;
    std::vector<io::Skipped> skipped;
    std::optional<std::pair<int, bool>> wanted; ///< A series to show once read, and whether as an overlay
    std::shared_ptr<const Volume> early;        ///< Shown while its scan went on
};

} // namespace neuraxis
