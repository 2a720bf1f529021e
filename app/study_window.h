#pragma once

#include "app/settings.h"
#include "app/study_keeper.h"
#include "app/study_visits.h"

#include <QMainWindow>

class QLabel;
class QToolButton;

namespace neuraxis {

class BusyBar;
class StudyPanel;

/// A study's own window: who is in it, and what is dropped on it is taken in.
class StudyWindow : public QMainWindow {
    Q_OBJECT
  public:
    StudyWindow(StudyKeeper& keeper, Settings& settings, QWidget* parent = nullptr);

    /// The participant so many places further in the current filter and order, as if they had been opened here.
    void openNeighbour(int step);
    [[nodiscard]] StudyKeeper& keeper() { return kept; }
    [[nodiscard]] StudyPanel& panel() { return *people; }

  Q_SIGNALS:
    void opened(const neuraxis::VisitImages& images, const QString& participant);
    /// A participant without images that lie anywhere; none further on.
    void nothingToOpen(const QString& sentence);

  protected:
    void closeEvent(QCloseEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;

  private:
    void makeStatusBar();
    void openParticipant(const QString& uid);
    void chooseToAdd();
    void chooseFilesToAdd();
    void showCohort(const std::shared_ptr<const Cohort>& now);
    void ask(const std::shared_ptr<TableQuestion>& question);
    void report(const study::TakenIn& taken);
    void say(const QString& sentence);

    Settings& settings;
    StudyKeeper& kept;
    StudyPanel* people;
    QString current; ///< uid of the participant opened last
    Prefetcher prefetcher;
    QLabel* message;
    BusyBar* busy;
    QToolButton *addButton, *addFilesButton;
};

} // namespace neuraxis
