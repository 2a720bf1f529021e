#pragma once

#include "app/opener.h"
#include "app/settings.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace neuraxis {

class BusyBar;
class Canvas;
class ChangeMaps;
class ComparisonArea;
class DerivedLayers;
class ReadOut;
class SeriesArea;
class StartPage;
class StudyFindings;
class StudyKeeper;
class StudyWindow;
class RegionsArea;
class SurfaceProjector;
class VisitComparison;

/// The window: puts the views, panels and actions in their places and passes on what the loader brings.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    MainWindow(Review& review, Navigation& navigation, Settings& settings, QWidget* parent = nullptr);

    ~MainWindow() override;
    void open(const QStringList& paths, bool asOverlay = false);
    /// Opens a study's window; `place` is a file, made where there is none, or a postgresql:// address.
    void openStudy(const QString& place);
    /// Null when no study is open.
    [[nodiscard]] StudyWindow* studyWindow();
    /// The window of the study, of the scratch study when none has been opened yet.
    void showStudy();
    /// The study behind the window.
    [[nodiscard]] StudyKeeper& keeper();
    [[nodiscard]] Canvas& canvas() { return *views; }
    [[nodiscard]] Review& document() { return review; }
    [[nodiscard]] Navigation& place() { return navigation; }
    [[nodiscard]] Settings& preferences() { return settings; }
    [[nodiscard]] Opener& files() { return *opener; }
    [[nodiscard]] SeriesArea& seriesArea() { return *area; }
    [[nodiscard]] VisitComparison& comparison() { return *compared; }
    [[nodiscard]] ComparisonArea& comparisonArea() { return *visits; }
    [[nodiscard]] ChangeMaps& changeMaps() { return *changes; }
    [[nodiscard]] DerivedLayers& derivedLayers() { return *derived; }
    /// One surface from there, straight on; beside the planes where these are shown with one.
    void lookFrom(const CortexEye& eye);
    /// The layout of surfaces from those directions.
    void lookFrom(const std::vector<CortexDirection>& directions);
    /// Shows or hides the regions of the cortex.
    void setRegions(bool shown);
    /// With the page of how they change.
    void showOverTime();
    [[nodiscard]] SurfaceProjector& projector() { return *onSurface; }
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
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void layOut();
    QWidget* makeMouseQuestion();
    void makePanels();
    void makeStatusBar();
    void connectViews();
    void connectOpener();
    /// Above the series: whose they are, by the pseudonym, where a study knows it.
    void nameSeries(const QString& participant);
    /// Tells the regions whose cortex is shown and who else is in the study.
    void nameRegions();
    void makeStudyWindow();
    void noteOpened();
    void showReadOut(const std::optional<WorldPoint>& pointer);
    void showPage();

    Review& review;
    Navigation& navigation;
    Settings& settings;
    Opener* opener;
    DerivedLayers* derived;
    SurfaceProjector* onSurface;
    VisitComparison* compared;
    ChangeMaps* changes;
    ComparisonArea* visits;
    std::unique_ptr<StudyKeeper> kept;
    QPointer<StudyWindow> study;
    SeriesArea* area;
    RegionsArea* regions;
    StudyFindings* findings;
    QStackedWidget* pages;
    StartPage* startPage;
    Canvas* views;
    QWidget* mouseQuestion;
    QListView* seriesList;
    ReadOut* readOut;
    QLabel* message;
    QToolButton* skippedButton;
    BusyBar* busy;
    QString openParticipant; ///< uid of whom the study opened; "" for what was opened by itself
    QStringList opening;     ///< Paths that are remembered once something was found there
    QStringList noted;       ///< Paths that the scratch study will know once they have been read
    QTimer messageTimer;
};

} // namespace neuraxis
