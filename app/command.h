#pragma once

#include "core/model/volume.h"

#include <QStringList>
#include <cstdio>
#include <vector>

namespace neuraxis {

/// A subcommand of the program. `arguments` begin after its name; returns the process's exit code:
/// 0 success, 1 failure with one sentence on standard error, 2 wrong usage.
struct Command {
    const char* name;
    int (*run)(const QStringList& arguments);
    bool drawsText = false; ///< Needs fonts, and so a GUI application
};

/// Wrong usage: a sentence for the user.
struct Usage {
    QString sentence;
};
/// The numbers of an option's value. Throws Usage unless there are `count` of them.
std::vector<double> numbersOf(const QString& option, const QString& text, QChar separator, qsizetype count);

/// From now on standard error is for printLine() alone: libraries that decode images write remarks of their own to it.
void keepErrorsForUs();

/// Writes a text in UTF-8, with a line end if it has none.
void printLine(FILE* to, const QString& text);

/// Says on standard error what is wrong with something that is used all the same.
void tellWarnings(const QString& name, const std::vector<Finding>& findings);

int infoCommand(const QStringList& arguments);
int convertCommand(const QStringList& arguments);
int renderCommand(const QStringList& arguments);
int headerCommand(const QStringList& arguments);
int studyCommand(const QStringList& arguments);
int compareCommand(const QStringList& arguments);
int demoCommand(const QStringList& arguments);

} // namespace neuraxis
