"""Opens pages of `liaison report` in headless Chromium, and does what a reader does.

    report_page_test.py FOLDER      with sample.html and many.html, as write_sample_graph writes them

Exit code 77, which is a skipped test, where there is no Chromium or no selenium.
"""
import os
import sys
import tempfile

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    sys.exit(77)

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
SLOWEST_FIRST_PICTURE = 10_000  # milliseconds; 1,500 on a machine of its own, and the test machine is shared


def open_browser(downloads):
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": downloads})
    return webdriver.Chrome(service=Service(DRIVER), options=options)


def check(holds, what):
    if not holds:
        sys.exit("report page: " + what)
    print("ok:", what)


def open_page(browser, path):
    browser.get("file://" + path)
    ready = browser.execute_script("return document.documentElement.dataset.ready")
    wrong = [entry["message"] for entry in browser.get_log("browser")]
    check(ready and not wrong, f"{os.path.basename(path)} is ready after {ready} ms without a word on the console {wrong}")
    check(int(ready) < SLOWEST_FIRST_PICTURE, "the first picture is there in time")


def pairs(browser):
    return len(browser.find_elements(By.CSS_SELECTOR, "#pairs tbody tr"))


def read_card(browser, name):
    search = browser.find_element(By.ID, "search")
    search.clear()
    search.send_keys(name)
    suggested = [item.text for item in browser.find_elements(By.CSS_SELECTOR, "#suggestions li")]
    search.send_keys(Keys.ENTER)
    return suggested, browser.find_element(By.ID, "card").text


def check_sample(browser):
    all_pairs = pairs(browser)
    suggested, card = read_card(browser, "zuckerb")
    check(suggested and suggested[0].startswith("Mark Zuckerberg"), "the search suggests who is meant")
    check("Mark Zuckerberg" in card and "Jay Y. Lee" in card, "the card tells whom he met")
    browser.find_element(By.CSS_SELECTOR, "#kinds input[value=meeting]").click()
    check(pairs(browser) < all_pairs, "a filter leaves out what it should")
    browser.find_element(By.ID, "reset").click()
    browser.execute_async_script("setTimeout(arguments[0], 50)")
    check(pairs(browser) == all_pairs, "and reset brings it back")
    for row in browser.find_elements(By.CSS_SELECTOR, "#pairs tbody tr"):
        cells = [cell.text for cell in row.find_elements(By.TAG_NAME, "td")]
        row.find_element(By.CSS_SELECTOR, "td:nth-child(3) button").click()
        told = browser.find_element(By.CSS_SELECTOR, "#card p").text
        if cells[3] in ("denied", "planned", "possible"):
            check(" met" not in told, f"what was {cells[3]} is not called met: {told}")
    marks = [mark.text for mark in browser.find_elements(By.CSS_SELECTOR, "#card mark")]
    check(marks, "participants are marked in the sentences")


def check_correction(browser, downloads):
    wrong = [button for button in browser.find_elements(By.CSS_SELECTOR, "#card .acts button") if button.text == "Wrong"]
    wrong[0].click()
    line = browser.find_element(By.ID, "lines").get_attribute("value")
    check(line.startswith("reject "), "a correction is collected: " + line.strip())
    browser.find_element(By.ID, "save").click()
    path = os.path.join(downloads, "corrections.txt")
    for _ in range(50):
        if os.path.exists(path):
            break
        browser.execute_async_script("setTimeout(arguments[0], 100)")
    with open(path, encoding="utf-8") as file:
        check(file.read() == line, "and saved as a file")


def check_names_of_controls(browser):
    """What a screen reader says of each control that can be used."""
    controls = browser.find_elements(By.CSS_SELECTOR, "a, button, input, select, textarea, canvas, [role=listbox], [role=tabpanel], section, aside")
    nameless = [one.get_attribute("outerHTML")[:90] for one in controls
                if one.is_displayed() and not (one.accessible_name or one.tag_name == "section")]
    check(len(controls) > 20 and not nameless, f"each of {len(controls)} controls has a name {nameless}")
    for key in ("n", Keys.ENTER):
        browser.find_element(By.ID, "graph").send_keys(key)
    check(browser.find_element(By.CSS_SELECTOR, "#card h2").text, "the keyboard alone opens a card")


def check_phone(browser, path):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True})
    open_page(browser, path)
    picture = browser.find_element(By.ID, "picture")
    check(picture.rect["y"] + picture.rect["height"] < 844, "on a phone the picture is on the first screen")
    check(browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"), "and nothing is wider than it")
    filters = browser.find_element(By.ID, "filters")
    check(not filters.is_displayed(), "the filters wait")
    browser.find_element(By.ID, "narrow").click()
    check(filters.is_displayed(), "until they are asked for")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def main():
    folder = os.path.abspath(sys.argv[1])
    if not (os.path.exists(CHROMIUM) and os.path.exists(DRIVER)):
        sys.exit(77)
    with tempfile.TemporaryDirectory() as downloads:
        browser = open_browser(downloads)
        try:
            open_page(browser, os.path.join(folder, "sample.html"))
            check_sample(browser)
            check_correction(browser, downloads)
            check_names_of_controls(browser)
            check_phone(browser, os.path.join(folder, "sample.html"))
            open_page(browser, os.path.join(folder, "many.html"))
        finally:
            browser.quit()


main()
