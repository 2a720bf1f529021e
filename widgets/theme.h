#pragma once

#include <QString>

class QApplication;

namespace neuraxis {

enum class Theme { Dark, Light };

/// Gives the application Fusion's style in the theme's colours.
void applyTheme(QApplication& application, Theme theme);

} // namespace neuraxis
