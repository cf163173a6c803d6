import { chromium } from "@playwright/test";
import { pathToFileURL } from "node:url";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
const B="http://localhost:3000";
async function ctx(o:any={}){const c=await browser.newContext({viewport:{width:o.w||1100,height:800},javaScriptEnabled:o.js!==false}); c.setDefaultTimeout(8000); const p:any=await c.newPage(); 
 p.errs=[]; p.on("console",(m:any)=>{if(m.type()==="error")console.log("  [console.error]",m.text().slice(0,200))}); p.on("pageerror",(e:any)=>console.log("  [pageerror]",String(e).slice(0,200)));
 p.on("response",(r:any)=>{if(r.status()>=500)console.log("  [5xx]",r.status(),r.url())});
 p.go=async(u:string)=>{const r=await p.goto(u.startsWith("http")?u:B+u);return r?.status()};
 p.txt=async(n=6000)=>{const t=await p.locator("main").first().innerText().catch(()=>p.locator("body").innerText());return `== ${p.url().replace(B,"")} | ${await p.title()}\n`+t.replace(/\n\s*\n+/g,"\n").slice(0,n)};
 p.dump=async(n?:number)=>console.log(await p.txt(n));
 p.shot=async(n:string,full=true)=>p.screenshot({path:`/tmp/blind/${n}.png`,fullPage:full});
 p.links=async()=>console.log(await p.$$eval("main a[href], nav a[href], header a[href]",(a:any[])=>a.map(x=>x.textContent.trim().slice(0,60)+" -> "+x.getAttribute("href")).join("\n")));
 p.forms=async()=>console.log(await p.$$eval("main form",(fs:any[])=>fs.map(f=>"FORM "+(f.getAttribute("action")||"").slice(0,60)+"\n"+[...f.querySelectorAll("input,select,textarea,button")].filter((e:any)=>!e.name.startsWith("$")).map((e:any)=>{const l=e.id&&document.querySelector(`label[for="${e.id}"]`);return `  ${e.tagName}[${e.type}] name=${e.name} val=${String(e.value).slice(0,60)}${e.checked?" CHECKED":""} label=${(l?.textContent||e.textContent||"").trim().slice(0,80)}`+(e.tagName==="SELECT"?" OPTS="+[...e.options].slice(0,8).map((o:any)=>o.text.slice(0,60)).join(" | ")+(e.options.length>8?" …"+e.options.length:""):"")}).join("\n")).join("\n")));
 p.sign=async(role:string)=>{await p.go("/sign-in"); await p.getByRole("button",{name:new RegExp(role,"i")}).first().click(); await p.waitForURL((u:any)=>!u.pathname.startsWith("/sign-in"));};
 p.of=async()=>p.evaluate(()=>({sw:document.documentElement.scrollWidth,cw:document.documentElement.clientWidth}));
 return p;}
try{ const m=await import(pathToFileURL(process.argv[2]).href); await m.default({ctx,B,browser}); }catch(e){console.log("ERR",String(e).slice(0,1500))} finally{await browser.close()}
