#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace neuraxis {

/// What an empty window shows: what to do first.
class StartPage : public QWidget {
    Q_OBJECT
  public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecent(const QStringList& paths);
    /// While something is being opened: says so instead of the invitation.
    void setOpening(bool opening);
    /// Says under the invitation why nothing could be opened; empty takes it away.
    void setProblem(const QString& sentence);

  Q_SIGNALS:
    void openFiles();
    void openFolder();
    void openRecent(const QString& path);

  protected:
    void paintEvent(QPaintEvent*) override;

  private:
    QLabel* title;
    QLabel* hint;
    QLabel* problem;
    QVBoxLayout* recent;
};

/// A path short enough for a menu: its last two parts.
QString shortPath(const QString& path);

} // namespace neuraxis
